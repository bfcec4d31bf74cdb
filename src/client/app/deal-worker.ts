import { type DealPort, serveDeals } from './serve-deals.ts';

// Runs beside the page. The compiler takes `self` for a window here, which it is not.
serveDeals(self as unknown as DealPort);
