// Loaded when the first question is near: nothing of it is needed before the first decision.
export { QuizScreen } from './quiz-screen.tsx';
export { RoundScreen } from './round-screen.tsx';
