// The debrief with its charts, as one piece: script and styles.
import './styles/debrief.css';
import './styles/charts.css';
import './styles/class-votes.css';
import './styles/contracts.css';
import './styles/plane.css';
import './styles/time-lines.css';
import './styles/debrief-page.css';
import './styles/debrief-tables.css';
import './styles/notebook.css';
import './styles/path.css';
import './styles/reality.css';
import './styles/so-what.css';
import './styles/what-if.css';
import './styles/report.css';
import './styles/take-away.css';
import './styles/learning.css';
import './styles/quiz.css';
import './styles/quiz-kinds.css';
import './styles/retest.css';

export { DebriefScreen } from './debrief/debrief-screen.tsx';
