import { type DealReply, parseDealRequest } from './deal-protocol.ts';
import { createDealWork, type DealWork } from './deal-work.ts';

/** The worker's side of the wire to the page. */
export interface DealPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: DealReply): void;
}

/** Answers the questions that come in, one after the other. */
export function serveDeals(port: DealPort): void {
  let work: DealWork | undefined;
  port.addEventListener('message', ({ data }) => {
    const request = parseDealRequest(data);
    // The page hears of it as an error of the worker, and goes on without it.
    if (!request) throw new Error('the worker was asked something that it does not understand');
    if (request.type === 'model') {
      work = createDealWork(request.model);
      return;
    }
    const { id, question } = request;
    try {
      if (!work) throw new Error('the worker was asked before it was told the model');
      const steps = work(question);
      let step = steps.next();
      for (; !step.done; step = steps.next()) port.postMessage({ type: 'progress', id, share: step.value });
      port.postMessage({ type: 'answer', id, answer: step.value });
    } catch (error) {
      port.postMessage({ type: 'failed', id, message: String(error) });
    }
  });
}
