import { serveWork, type WorkPort } from './serve-work.ts';

// Runs beside the page. The compiler takes `self` for a window here, which it is not.
serveWork(self as unknown as WorkPort);
