// The debrief with its charts, as one piece: script and styles.
import './styles/debrief.css';
import './styles/charts.css';
import './styles/debrief.css';
import './styles/debrief-page.css';
import './styles/path.css';
import './styles/report.css';
import './styles/take-away.css';

export { DebriefScreen } from './debrief/debrief-screen.tsx';
