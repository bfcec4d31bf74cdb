// Pages of a live room on a pupil's device, and the frame of the room, as one piece: script and styles.
import '../styles/quiz.css';
import '../styles/quiz-kinds.css';
import '../styles/live.css';
import '../styles/live-vote.css';
import '../styles/table-room.css';
import '../styles/roles.css';

export { ClassJoinScreen } from './class-join-screen.tsx';
export { ClassPlayScreen } from './class-play-screen.tsx';
export { LiveFrame } from './live-frame.tsx';
