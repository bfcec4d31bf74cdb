// Pages that are read after the first decision, as one piece: script and styles.
import './styles/ending.css';
import './styles/ending-picture.css';
import './styles/notebook.css';

export { EndingScreen } from './screens/ending-screen.tsx';
export { NotebookScreen } from './screens/notebook-screen.tsx';
export { SourcesScreen } from './screens/sources-screen.tsx';
