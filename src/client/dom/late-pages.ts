// Pages that are read after the first decision, as one piece: script and styles.
import './styles/ending.css';
import './styles/ending-picture.css';
import './styles/notebook.css';
import './styles/path.css';
import './styles/quiz.css';
import './styles/quiz-kinds.css';
import './styles/retest.css';
import './styles/rounds.css';

export { QuizScreen } from './quiz/quiz-screen.tsx';
export { RoundScreen } from './quiz/round-screen.tsx';
export { AboutScreen } from './screens/about-screen.tsx';
export { EndingScreen } from './screens/ending-screen.tsx';
export { NotebookScreen } from './screens/notebook-screen.tsx';
export { SourcesScreen } from './screens/sources-screen.tsx';
