// The debrief of a class with its charts, as one piece: script and styles.
import '../styles/charts.css';
import '../styles/contracts.css';
import '../styles/plane.css';
import '../styles/debrief-tables.css';
import '../styles/what-if.css';
import '../styles/report.css';
import '../styles/class-debrief.css';

export { ClassDebrief } from './class-debrief.tsx';
