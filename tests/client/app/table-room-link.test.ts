import { expect, test, vi } from 'vitest';
import { createTableRoomLink } from '../../../src/client/app/table-room-link.ts';
import type { ShellView } from '../../../src/core/view-model/index.ts';
import { fixtureView } from '../../support/views.ts';

type Shown = Pick<ShellView, 'screen' | 'play' | 'classroom'>;

const ROOM = { TableScreen: () => null, TableAnnouncer: () => null };
const { play } = fixtureView('play', 'en');

const title: Shown = { screen: 'title' };
const table: Shown = { screen: 'table', play: { ...play, state: 'table' } };
const decide: Shown = { screen: 'play', play };
const feedback: Shown = { screen: 'play', play: { ...play, state: 'feedback' } };

function link(load: () => Promise<typeof ROOM>) {
  const use = vi.fn();
  const report = vi.fn();
  const offerRetry = vi.fn<(retry: (() => void) | undefined) => void>();
  const made = createTableRoomLink({ load, use, report, offerRetry });
  const show = (...views: readonly Shown[]) => {
    for (const view of views) made.show(view);
  };
  return { show, use, report, offerRetry };
}

test('the table is loaded once, when one opens', async () => {
  const load = vi.fn(() => Promise.resolve(ROOM));
  const { show, use } = link(load);
  show(title, decide, decide);
  expect(load).not.toHaveBeenCalled();
  show(table, table, title, table);
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith(ROOM));
  show(title, table);
  expect(load).toHaveBeenCalledTimes(1);
});

test('it is fetched ahead after the first decision', async () => {
  const load = vi.fn(() => Promise.resolve(ROOM));
  const { show, use } = link(load);
  show(feedback, decide, feedback);
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith(ROOM));
  expect(load).toHaveBeenCalledTimes(1);
});

test('a class has it from its first page on: it may be without a network soon', async () => {
  const load = vi.fn(() => Promise.resolve(ROOM));
  const { show, use } = link(load);
  show({ ...decide, screen: 'projector', classroom: { isPaused: false, topic: 'goal', questions: [] } });
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith(ROOM));
});

test('a table that opens before the page is idle does not load it twice', async () => {
  const load = vi.fn(() => Promise.resolve(ROOM));
  const { show, use } = link(load);
  show(feedback, table);
  await vi.waitFor(() => expect(use).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(load).toHaveBeenCalledTimes(1);
});

test('what fails ahead is not said, and tried again with each table', async () => {
  const load = vi.fn<() => Promise<typeof ROOM>>(() => Promise.reject(new Error('offline')));
  const { show, use, report } = link(load);
  show(feedback);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  show(feedback, decide);
  expect(report).not.toHaveBeenCalled();
  show(table);
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(1));
  expect(report.mock.calls[0]?.[0]).toMatchObject({ code: 'offline-chunk' });
  show(table, table);
  expect(load).toHaveBeenCalledTimes(2);
  load.mockImplementation(() => Promise.resolve(ROOM));
  show(title, table);
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith(ROOM));
});

test('a table that could not be loaded can be tried again, until it is under way', async () => {
  const load = vi.fn<() => Promise<typeof ROOM>>(() => Promise.reject(new Error('offline')));
  const { show, use, offerRetry } = link(load);
  show(feedback);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  expect(offerRetry).not.toHaveBeenCalled();
  show(table);
  await vi.waitFor(() => expect(offerRetry).toHaveBeenLastCalledWith(expect.any(Function)));
  load.mockImplementation(() => Promise.resolve(ROOM));
  offerRetry.mock.lastCall?.[0]?.();
  expect(offerRetry).toHaveBeenLastCalledWith(undefined);
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith(ROOM));
});

test('a table that has been left says nothing of how to try again', async () => {
  const load = vi.fn<() => Promise<typeof ROOM>>(() => Promise.reject(new Error('offline')));
  const { show, offerRetry } = link(load);
  show(table, title);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(offerRetry).not.toHaveBeenCalled();
});
