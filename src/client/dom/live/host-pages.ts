// Pages of the teacher of a live room, as one piece: script and styles.
import '../styles/quiz.css';
import '../styles/quiz-kinds.css';
import '../styles/classroom.css';
import '../styles/projector.css';
import '../styles/lessons.css';
import '../styles/live-desk.css';
import '../styles/live-teams.css';
import '../styles/roles.css';
import '../styles/table-parts.css';
import '../styles/live-wall.css';

export { RoomDesk } from './desk/room-desk.tsx';
export { HostFrame } from './projector/host-frame.tsx';
export { LiveProjector, LiveQuizWall } from './projector/live-projector.tsx';
