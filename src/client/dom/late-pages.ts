// Loaded while the first scene is read: nothing of it is needed before the first decision.
export { QuizScreen } from './quiz/quiz-screen.tsx';
export { RoundScreen } from './quiz/round-screen.tsx';
export { EndingScreen } from './screens/ending-screen.tsx';
