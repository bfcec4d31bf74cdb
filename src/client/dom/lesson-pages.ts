// Plans for a lesson with their clock, as one piece: script and styles.
import './styles/lessons.css';

export { LessonsScreen } from './lessons/lessons-screen.tsx';
