import { parentPort, workerData } from 'node:worker_threads';
import { openEmbeddedTables } from '../embedded/embedded-tables.ts';
import { serveTables } from './tables-calls.ts';

// What the thread of an embedded store runs: a file of its own when it is built.

if (!parentPort) throw new Error('This is the code of a thread.');
serveTables(parentPort, openEmbeddedTables(String(workerData)));
