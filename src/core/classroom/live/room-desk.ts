import { cleanText } from './clean-text.ts';
import { addStep, decisionsOf, rewindRun, tryStep } from './played-run.ts';
import type { HostCommand } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import { MAX_CARD } from './room-schemas.ts';
import { type Decided, type Deciding, happens, NOTHING, type RoomState, refuse } from './room-state.ts';
import { closeBoxes, rewindBoxes } from './votes.ts';

// What the teacher does with the room as a whole, and with the run of all.

type SwitchCommand = Extract<
  HostCommand,
  {
    readonly type:
      | 'room.lock'
      | 'room.unlock'
      | 'room.pause'
      | 'room.resume'
      | 'room.end'
      | 'words.allow'
      | 'words.forbid'
      | 'host.renew'
      | 'card.push'
      | 'card.withdraw'
      | 'timer.start'
      | 'timer.stop'
      | 'activity.start';
  }
>;
type RunCommand = Extract<HostCommand, { readonly type: 'run.move' | 'run.rewind' }>;
type DeskEvent = Extract<
  RoomEvent,
  {
    readonly type:
      | 'room.locked'
      | 'room.unlocked'
      | 'room.paused'
      | 'room.resumed'
      | 'room.ended'
      | 'words.allowed'
      | 'words.forbidden'
      | 'host.renewed'
      | 'card.pushed'
      | 'card.withdrawn'
      | 'timer.started'
      | 'timer.stopped'
      | 'activity.started';
  }
>;
type RunEvent = Extract<RoomEvent, { readonly type: 'run.moved' | 'run.rewound' }>;

const MAX_CARDS = 50;

/** `key` of the message names a card: sent again, it is the same card. */
export function decideDesk({ room, ports }: Deciding, command: SwitchCommand, key: string): Decided {
  const to = (isNews: boolean, event: RoomEvent): Decided => (isNews ? happens(event) : NOTHING);
  switch (command.type) {
    case 'room.lock':
      return to(!room.isLocked, { type: 'room.locked' });
    case 'room.unlock':
      return to(room.isLocked, { type: 'room.unlocked' });
    case 'room.pause':
      return to(!room.isPaused, { type: 'room.paused' });
    case 'room.resume':
      return to(room.isPaused, { type: 'room.resumed' });
    case 'room.end':
      return to(!room.isEnded, { type: 'room.ended' });
    case 'words.allow':
      return to(!room.hasWords, { type: 'words.allowed' });
    case 'words.forbid':
      return to(room.hasWords, { type: 'words.forbidden' });
    case 'host.renew':
      return to(room.hostToken !== command.hostToken, { type: 'host.renewed', hostToken: command.hostToken });
    case 'card.push': {
      const text = cleanText(command.text, MAX_CARD);
      if (text === '') return refuse('card-empty', 'There is nothing to read on this card.');
      if (room.cards.has(key)) return NOTHING;
      if (room.cards.size >= MAX_CARDS) return refuse('cards-full', 'Take a card away first.');
      return happens({ type: 'card.pushed', card: key, text });
    }
    case 'card.withdraw':
      return to(room.cards.has(command.card), { type: 'card.withdrawn', card: command.card });
    case 'timer.start':
      return happens({ type: 'timer.started', at: ports.now(), seconds: command.seconds });
    case 'timer.stop':
      return to(room.timer !== undefined, { type: 'timer.stopped' });
    case 'activity.start':
      return to(room.activity !== command.activity, { type: 'activity.started', activity: command.activity });
  }
}

export function applyDesk(room: RoomState, event: DeskEvent): void {
  switch (event.type) {
    case 'room.locked':
    case 'room.unlocked':
      room.isLocked = event.type === 'room.locked';
      return;
    case 'room.paused':
    case 'room.resumed':
      room.isPaused = event.type === 'room.paused';
      return;
    case 'room.ended':
      room.isEnded = true;
      return;
    case 'words.allowed':
    case 'words.forbidden':
      room.hasWords = event.type === 'words.allowed';
      return;
    case 'host.renewed':
      room.hostToken = event.hostToken;
      return;
    case 'card.pushed':
      room.cards.set(event.card, event.text);
      return;
    case 'card.withdrawn':
      room.cards.delete(event.card);
      return;
    case 'timer.started':
      room.timer = { at: event.at, seconds: event.seconds };
      return;
    case 'timer.stopped':
      delete room.timer;
      return;
    case 'activity.started':
      room.activity = event.activity;
      return;
  }
}

export function decideRun({ room }: Deciding, command: RunCommand): Decided {
  const { run } = room;
  if (room.activity !== 'vote') return refuse('activity-other', 'The class does something else now.');
  if (command.type === 'run.rewind') {
    const { decision } = command;
    return decision < decisionsOf(run)
      ? happens({ type: 'run.rewound', decision })
      : refuse('no-such-decision', 'The run has no such decision.');
  }
  if (command.at !== run.steps.length) return refuse('run-late', 'The run has gone on from there.');
  return tryStep(room.setting, run, command.intent)
    ? happens({ type: 'run.moved', intent: command.intent })
    : refuse('intent-not-possible', 'This is not possible now.');
}

/** False when it cannot have happened. */
export function applyRun(room: RoomState, event: RunEvent): boolean {
  const { run } = room;
  if (event.type === 'run.rewound') {
    rewindBoxes(room, event.decision);
    return rewindRun(run, event.decision, room.nextVersion++);
  }
  const { intent } = event;
  const decision = intent.type === 'choice.take' ? decisionsOf(run) : undefined;
  const item = intent.type === 'quiz.answer' || intent.type === 'quiz.skip' ? intent.item : undefined;
  addStep(run, intent);
  if (decision !== undefined)
    closeBoxes(room, (place) => place.kind === 'choice' && place.decision === decision);
  if (item !== undefined) closeBoxes(room, (place) => place.kind === 'quiz' && place.scene === item);
  return true;
}
