import type { ClassCloud, Debrief } from '../../../core/debrief/index.ts';
import type { AgreementSearch, Overlap } from '../../../core/model/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type {
  Answer,
  ClassDealsQuestion,
  DebriefQuestion,
  NearestQuestion,
  OverlapQuestion,
  Question,
  Work,
} from './work.ts';
import { parseWorkReply, type WorkRequest } from './work-protocol.ts';

/** How much of the work is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** Answers what every contract of a table has to be judged for, or a run has to be played again for. Rejects only when it cannot be known. */
export interface WorkDesk {
  overlap(question: Omit<OverlapQuestion, 'kind'>, onProgress?: OnProgress): Promise<readonly Overlap[]>;
  nearest(question: Omit<NearestQuestion, 'kind'>, onProgress?: OnProgress): Promise<AgreementSearch>;
  debrief(question: Omit<DebriefQuestion, 'kind'>, onProgress?: OnProgress): Promise<Debrief>;
  classDeals(question: Omit<ClassDealsQuestion, 'kind'>): Promise<readonly ClassCloud[]>;
  /**
   * Has the worker do the work once for nothing, with a run that is not over: then it is started, its code is
   * compiled, and the contracts of the tables are made. Nothing in the page, where there is no worker.
   */
  warmUp(question: Omit<DebriefQuestion, 'kind'>): void;
  dispose(): void;
}

/** As much of a `Worker` as the desk needs. */
export interface WorkWorker {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(message: WorkRequest): void;
  terminate(): void;
}

export interface WorkDeskOptions {
  readonly scenario: Scenario;
  /** Called with the first question; may throw where there are no workers. */
  readonly startWorker: () => WorkWorker;
  /** The same work for the page, where the worker does not start. */
  readonly loadWork: () => Promise<(scenario: Scenario) => Work>;
  /** Lets the page do what else it has to do. */
  readonly pause: () => Promise<void>;
}

interface Asked {
  readonly question: Question;
  readonly onProgress: OnProgress;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export function createWorkDesk({ scenario, startWorker, loadWork, pause }: WorkDeskOptions): WorkDesk {
  let worker: WorkWorker | 'not-started' | 'none' = 'not-started';
  let pageWork: Promise<Work> | undefined;
  let lastId = 0;
  /** What the worker still owes an answer to. */
  const open = new Map<number, Asked>();

  /** The worker is lost: what it was asked is answered in the page, and so is all that follows. */
  const goOnWithout = (): void => {
    if (typeof worker === 'object') worker.terminate();
    worker = 'none';
    const waiting = [...open.values()];
    open.clear();
    for (const asked of waiting) void answerHere(asked);
  };

  const hear = (data: unknown): void => {
    const reply = parseWorkReply(data);
    if (!reply) return goOnWithout();
    const asked = open.get(reply.id);
    if (!asked) return;
    if (reply.type === 'progress') return asked.onProgress(reply.share);
    open.delete(reply.id);
    if (reply.type === 'answer') asked.resolve(reply.answer);
    else asked.reject(new Error(reply.message));
  };

  const start = (): WorkWorker | 'none' => {
    try {
      const started = startWorker();
      started.onmessage = ({ data }) => hear(data);
      started.onerror = goOnWithout;
      started.onmessageerror = goOnWithout;
      // Words are read on the page only.
      started.postMessage({ type: 'scenario', scenario: { ...scenario, texts: {} } });
      return started;
    } catch {
      return 'none';
    }
  };

  const answerHere = async ({ question, onProgress, resolve, reject }: Asked): Promise<void> => {
    try {
      pageWork ??= loadWork().then((create) => create(scenario));
      const steps = (await pageWork)(question);
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        onProgress(step.value);
        await pause();
      }
      resolve(step.value);
    } catch (error) {
      // What could not be loaded now may be there next time.
      pageWork = undefined;
      reject(error);
    }
  };

  const ask = (question: Question, onProgress: OnProgress): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked: Asked = { question, onProgress, resolve, reject };
      if (worker === 'not-started') worker = start();
      if (worker === 'none') return void answerHere(asked);
      lastId += 1;
      open.set(lastId, asked);
      worker.postMessage({ type: 'question', id: lastId, question });
    });

  const warmUp = (question: Omit<DebriefQuestion, 'kind'>): void => {
    if (worker === 'not-started') worker = start();
    if (worker === 'none') return;
    lastId += 1;
    // Not among the open ones: nobody waits for this answer, also when the worker is lost.
    worker.postMessage({ type: 'question', id: lastId, question: { ...question, kind: 'debrief' } });
  };

  const answerTo = async <Kind extends Answer['kind']>(
    question: Question & { readonly kind: Kind },
    onProgress: OnProgress = () => {},
  ): Promise<Extract<Answer, { readonly kind: Kind }>> => {
    const answer = await ask(question, onProgress);
    if (!isKind(answer, question.kind)) throw new Error('the worker answered another question');
    return answer;
  };

  return {
    overlap: async (question, onProgress) =>
      (await answerTo({ ...question, kind: 'overlap' }, onProgress)).overlaps,
    nearest: async (question, onProgress) =>
      (await answerTo({ ...question, kind: 'nearest' }, onProgress)).search,
    debrief: async (question, onProgress) =>
      (await answerTo({ ...question, kind: 'debrief' }, onProgress)).debrief,
    classDeals: async (question) => (await answerTo({ ...question, kind: 'class-deals' })).clouds,
    warmUp,
    dispose: () => {
      if (typeof worker === 'object') worker.terminate();
      worker = 'none';
      const waiting = [...open.values()];
      open.clear();
      for (const { reject } of waiting) reject(new Error('the desk was closed'));
    },
  };
}

function isKind<Kind extends Answer['kind']>(
  answer: Answer,
  kind: Kind,
): answer is Extract<Answer, { readonly kind: Kind }> {
  return answer.kind === kind;
}

/** The desk of a page: its worker is a file of its own, as the page's rules for code demand. */
export function openWorkDesk(scenario: Scenario): WorkDesk {
  return createWorkDesk({
    scenario,
    startWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    loadWork: async () => (await import('./work.ts')).createWork,
    // A task of its own, so that clicks and keys come first.
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
}
