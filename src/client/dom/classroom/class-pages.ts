// Pages of a class that plays together, as one piece: script and styles.
import '../styles/quiz.css';
import '../styles/quiz-kinds.css';
import '../styles/classroom.css';
import '../styles/projector.css';

export { ClassBar } from './class-bar.tsx';
export { ClassDebriefScreen } from './class-debrief-screen.tsx';
export { ClassHostScreen } from './class-host-screen.tsx';
export { PausePage } from './pause-page.tsx';
export { ProjectorQuiz } from './projector-quiz.tsx';
export { ProjectorScreen } from './projector-screen.tsx';
