import { isResponseTo } from '../../quiz/index.ts';
import type { HostCommand, SeatCommand } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import type { RoundForm } from './room-ids.ts';
import {
  type Asking,
  type Decided,
  type Deciding,
  happens,
  NOTHING,
  type RoomState,
  refuse,
  type TestRound,
  takeReceipt,
} from './room-state.ts';
import { oneOrder } from './votes.ts';

type AnswerCommand = Extract<SeatCommand, { readonly type: 'round.answer' }>;
type RoundDeskCommand = Extract<HostCommand, { readonly type: 'round.open' | 'round.close' }>;
type RoundEvent = Extract<RoomEvent, { readonly type: 'round.opened' | 'round.answered' | 'round.closed' }>;

/** Each item of a test is answered once: whoever sees the next question does not go back. */
export function decideAnswer({ room }: Deciding, { seat, receipt }: Asking, command: AnswerCommand): Decided {
  const { form, item: id, response, confidence } = command;
  const round = room.rounds.get(form);
  const given = round?.answers.get(seat.id)?.get(id);
  if (given) return given.key === receipt.key ? NOTHING : refuse('answered', 'This item is answered.');
  if (room.activity !== 'round' || !round?.isOpen) return refuse('round-closed', 'The test is not open.');
  const item = room.setting.scenario.quiz.find((candidate) => candidate.id === id);
  if (!item || !round.items.includes(id) || !isResponseTo(item, response))
    return refuse('answer-unknown', 'This is no answer to an item of the test.');
  return happens({
    type: 'round.answered',
    receipt,
    form,
    item: id,
    response: oneOrder(item.type, response),
    confidence,
  });
}

/** One test at a time; one that is opened again keeps its answers. */
export function decideRound({ room }: Deciding, { type, form }: RoundDeskCommand): Decided {
  const isOpen = room.rounds.get(form)?.isOpen ?? false;
  if (type === 'round.close') return isOpen ? happens({ type: 'round.closed', form }) : NOTHING;
  if (isOpen && room.round === form) return NOTHING;
  const items = room.setting.scenario.manifest.tests[form];
  if (items.length === 0) return refuse('round-none', 'The scenario has no such test.');
  const others = [...room.rounds.values()].filter((round) => round.isOpen && round.form !== form);
  return happens(...others.map((round): RoomEvent => ({ type: 'round.closed', form: round.form })), {
    type: 'round.opened',
    form,
    items,
  });
}

/** False when it cannot have happened. */
export function applyRound(room: RoomState, event: RoundEvent): boolean {
  const { form } = event;
  if (event.type === 'round.opened') {
    const round = openRound(room, form);
    round.items = event.items;
    round.isOpen = true;
    room.round = form;
    return true;
  }
  const round = room.rounds.get(form);
  if (!round) return false;
  if (event.type === 'round.closed') {
    round.isOpen = false;
    return true;
  }
  const { receipt, item, response, confidence } = event;
  const seat = takeReceipt(room, receipt);
  if (!seat) return false;
  const answers = round.answers.get(seat.id) ?? new Map();
  answers.set(item, { response, confidence, key: receipt.key });
  round.answers.set(seat.id, answers);
  return true;
}

/** The test that is shown now. */
export function roundNow({ rounds, round }: RoomState): TestRound | undefined {
  return round === undefined ? undefined : rounds.get(round);
}

function openRound({ rounds }: RoomState, form: RoundForm): TestRound {
  const known = rounds.get(form);
  if (known) return known;
  const round: TestRound = { form, items: [], isOpen: false, answers: new Map() };
  rounds.set(form, round);
  return round;
}
