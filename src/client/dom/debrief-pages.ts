// The debrief with its charts, as one piece: script and styles.
import './styles/debrief.css';
import './styles/charts.css';
import './styles/debrief.css';
import './styles/debrief-page.css';
import './styles/learning.css';
import './styles/path.css';
import './styles/quiz.css';
import './styles/quiz-kinds.css';
import './styles/retest.css';

export { DebriefScreen } from './debrief/debrief-screen.tsx';
