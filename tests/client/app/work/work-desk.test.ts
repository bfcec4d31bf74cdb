import { describe, expect, test, vi } from 'vitest';
import { serveWork, type WorkPort } from '../../../../src/client/app/work/serve-work.ts';
import { createWork } from '../../../../src/client/app/work/work.ts';
import {
  createWorkDesk,
  type WorkDeskOptions,
  type WorkWorker,
} from '../../../../src/client/app/work/work-desk.ts';
import { parseWorkReply, parseWorkRequest } from '../../../../src/client/app/work/work-protocol.ts';
import { countOverlap, enumerateDeals, type Offer } from '../../../../src/core/model/index.ts';
import { randomRecord, workedOut } from '../../../support/debrief-runs.ts';
import { miniScenario } from '../../../support/mini-scenario.ts';

const { model, manifest, drafts } = miniScenario;
const TIER = manifest.tiers[0] ?? '';
const AT = { phase: model.phases[0]?.id ?? '', hasOwnSuit: false, trust: {}, goodwill: {} };
const OVERLAP = { track: 'M', tier: TIER, circumstances: [AT, { ...AT, phase: model.phases[1]?.id ?? '' }] };
const NEAREST = {
  track: 'M',
  tier: TIER,
  circumstances: AT,
  offer: drafts[0]?.offers.M as Offer,
  player: 'F',
};
const EXPECTED = OVERLAP.circumstances.map((at) =>
  countOverlap(
    enumerateDeals(model, 'M', model.tiers.find(({ id }) => id === TIER) as (typeof model.tiers)[number]),
    at,
  ),
);

/** A worker in the same thread: messages are copied, and come later, as between threads. */
function createFakeWorker() {
  const heard: unknown[] = [];
  let listener: (event: { readonly data: unknown }) => void = () => {};
  const worker: WorkWorker & { isTerminated: boolean } = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    isTerminated: false,
    postMessage: (message) => {
      const data: unknown = structuredClone(message);
      heard.push(data);
      queueMicrotask(() => {
        try {
          if (!worker.isTerminated) listener({ data });
        } catch (error) {
          worker.onerror?.(error as ErrorEvent);
        }
      });
    },
    terminate: () => {
      worker.isTerminated = true;
    },
  };
  const port: WorkPort = {
    addEventListener: (_, added) => {
      listener = added;
    },
    postMessage: (message) => {
      const data: unknown = structuredClone(message);
      queueMicrotask(() => worker.onmessage?.({ data } as MessageEvent));
    },
  };
  serveWork(port);
  return { worker, heard };
}

function createDesk(change: Partial<WorkDeskOptions> = {}) {
  const { worker, heard } = createFakeWorker();
  const loadWork = vi.fn(() => Promise.resolve(createWork));
  const desk = createWorkDesk({
    scenario: miniScenario,
    startWorker: () => worker,
    loadWork,
    pause: () => Promise.resolve(),
    ...change,
  });
  return { desk, worker, heard, loadWork };
}

describe('the desk for long work', () => {
  test('answers from the worker, which is told the scenario once', async () => {
    const { desk, heard, loadWork } = createDesk();
    const shares: number[] = [];
    const [overlaps, search] = await Promise.all([
      desk.overlap(OVERLAP, (share) => shares.push(share)),
      desk.nearest(NEAREST),
    ]);
    expect(overlaps).toEqual(EXPECTED);
    expect(search.valid).toBe(EXPECTED[0]?.valid);
    expect(heard.filter((message) => JSON.stringify(message).includes('"type":"scenario"'))).toHaveLength(1);
    expect(loadWork).not.toHaveBeenCalled();
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test.each<[string, Partial<WorkDeskOptions>]>([
    [
      'there are no workers',
      {
        startWorker: () => {
          throw new ReferenceError('Worker is not defined');
        },
      },
    ],
    [
      'its file does not arrive',
      {
        startWorker: () => {
          const { worker } = createFakeWorker();
          worker.postMessage = () => queueMicrotask(() => worker.onerror?.({} as ErrorEvent));
          return worker;
        },
      },
    ],
    [
      'it answers nonsense',
      {
        startWorker: () => {
          const { worker } = createFakeWorker();
          worker.postMessage = () => queueMicrotask(() => worker.onmessage?.({ data: 7 } as MessageEvent));
          return worker;
        },
      },
    ],
  ])('answers the same from the page when %s', async (_, change) => {
    const { desk, loadWork } = createDesk(change);
    const shares: number[] = [];
    expect(await desk.overlap(OVERLAP, (share) => shares.push(share))).toEqual(EXPECTED);
    await desk.nearest(NEAREST);
    expect(loadWork).toHaveBeenCalledTimes(1);
    expect(shares.length).toBeGreaterThan(1);
  });

  test('lets the page breathe between the steps of its own work', async () => {
    const pause = vi.fn(() => Promise.resolve());
    const { desk } = createDesk({
      startWorker: () => {
        throw new Error('blocked');
      },
      pause,
    });
    await desk.overlap(OVERLAP);
    expect(pause).toHaveBeenCalledTimes(1 + OVERLAP.circumstances.length);
  });

  test('rejects what nobody can answer, and goes on', async () => {
    const { desk } = createDesk();
    await expect(desk.overlap({ ...OVERLAP, tier: 'nowhere' })).rejects.toThrow('nowhere');
    expect(await desk.overlap(OVERLAP)).toEqual(EXPECTED);
  });

  test('tries again to load its work for the page', async () => {
    let tries = 0;
    const { desk } = createDesk({
      startWorker: () => {
        throw new Error('blocked');
      },
      loadWork: () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(createWork);
      },
    });
    await expect(desk.overlap(OVERLAP)).rejects.toThrow('offline');
    expect(await desk.overlap(OVERLAP)).toEqual(EXPECTED);
  });

  test('has the worker get ready, and is not bothered by what it finds', async () => {
    const { desk, heard, loadWork } = createDesk();
    const run = randomRecord(miniScenario, 1);
    desk.warmUp({ run });
    expect(heard).toMatchObject([
      { type: 'scenario' },
      { type: 'question', question: { kind: 'debrief', run } },
    ]);
    expect(await desk.overlap(OVERLAP)).toEqual(EXPECTED);
    expect(await desk.debrief({ run })).toEqual(workedOut(miniScenario, run));
    expect(loadWork).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<WorkDeskOptions>]>([
    [
      'there are no workers',
      {
        startWorker: () => {
          throw new Error('blocked');
        },
      },
    ],
    [
      'its worker is lost on the way',
      {
        startWorker: () => {
          const { worker } = createFakeWorker();
          worker.postMessage = () => queueMicrotask(() => worker.onerror?.({} as ErrorEvent));
          return worker;
        },
      },
    ],
  ])('gets nothing ready in the page when %s', async (_, change) => {
    const { desk, loadWork } = createDesk(change);
    desk.warmUp({ run: randomRecord(miniScenario, 1) });
    await Promise.resolve();
    expect(loadWork).not.toHaveBeenCalled();
    expect(await desk.overlap(OVERLAP)).toEqual(EXPECTED);
  });

  test('leaves nothing behind when it is closed', async () => {
    const { desk, worker } = createDesk();
    const asked = desk.overlap(OVERLAP);
    desk.dispose();
    await expect(asked).rejects.toThrow('closed');
    expect(worker.isTerminated).toBe(true);
  });
});

describe('the wire between page and worker', () => {
  test.each([
    undefined,
    null,
    7,
    [],
    {},
    { type: 'scenario', scenario: {} },
    { type: 'question', id: 1 },
    { type: 'question', id: '1', question: { kind: 'overlap', ...OVERLAP } },
    { type: 'question', id: 1, question: { kind: 'overlap', track: 'M', tier: TIER, circumstances: [{}] } },
    { type: 'question', id: 1, question: { kind: 'nearest', ...NEAREST, offer: { own: 7 } } },
  ])('takes no request that is not one: %j', (value) => expect(parseWorkRequest(value)).toBeUndefined());

  test.each([
    undefined,
    { type: 'answer', id: 1, answer: { kind: 'overlap', overlaps: [{}] } },
    { type: 'answer', id: 1, answer: { kind: 'nearest', search: { kind: 'found', valid: 1 } } },
    { type: 'progress', id: 1, share: 'half' },
    { type: 'failed', id: Number.NaN, message: '' },
  ])('takes no reply that is not one: %j', (value) => expect(parseWorkReply(value)).toBeUndefined());

  test('takes what each side really sends', () => {
    expect(parseWorkRequest({ type: 'scenario', scenario: miniScenario })).toBeDefined();
    expect(
      parseWorkRequest({ type: 'question', id: 1, question: { kind: 'nearest', ...NEAREST } }),
    ).toBeDefined();
    expect(
      parseWorkReply({ type: 'answer', id: 1, answer: { kind: 'overlap', overlaps: EXPECTED } }),
    ).toBeDefined();
  });
});
