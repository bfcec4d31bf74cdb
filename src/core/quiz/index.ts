// Questions outside the story's rules: what an answer looks like, whether it is right, and in what order things stand.
export { displayOrder } from './display-order.ts';
export { guessResponse, isList, isPairs, isResponseTo, isRight, type QuizResponse } from './response.ts';
