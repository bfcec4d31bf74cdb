import { createWork, type Work } from './work.ts';
import { parseWorkRequest, type WorkReply } from './work-protocol.ts';

/** The worker's side of the wire to the page. */
export interface WorkPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: WorkReply): void;
}

/** Progress below this is not told: the page draws anew each time. */
const STEP = 0.1;

/** Answers the questions that come in, one after the other. */
export function serveWork(port: WorkPort): void {
  let work: Work | undefined;
  port.addEventListener('message', ({ data }) => {
    const request = parseWorkRequest(data);
    // The page hears of it as an error of the worker, and goes on without it.
    if (!request) throw new Error('the worker was asked something that it does not understand');
    if (request.type === 'scenario') {
      work = createWork(request.scenario);
      return;
    }
    const { id, question } = request;
    try {
      if (!work) throw new Error('the worker was asked before it was told the scenario');
      const steps = work(question);
      let step = steps.next();
      let told = -STEP;
      for (; !step.done; step = steps.next()) {
        if (step.value < told + STEP) continue;
        told = step.value;
        port.postMessage({ type: 'progress', id, share: told });
      }
      port.postMessage({ type: 'answer', id, answer: step.value });
    } catch (error) {
      port.postMessage({ type: 'failed', id, message: String(error) });
    }
  });
}
