// The table as one piece that is loaded when a table opens: script and styles.
import '../styles/table-room.css';

export { TableAnnouncer } from './table-announcer.tsx';
export { TableScreen } from './table-screen.tsx';
