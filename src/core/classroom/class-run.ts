import { z } from 'zod';
import { failure, type Result, success, unreachable } from '../domain/index.ts';
import type { Counts } from './tally.ts';

/** What a class votes on. */
export interface Place {
  readonly kind: 'choice' | 'quiz';
  /** Decisions of the run before it. */
  readonly decision: number;
  /** Id of the scene, or of the question. */
  readonly scene: string;
}

export interface Vote {
  readonly place: Place;
  readonly choices: readonly string[];
  /** Of every choice; missing until they are entered. */
  readonly counts?: Counts;
  /** How the class went on; missing until it did. */
  readonly choice?: string;
}

/** What can happen in a class, and what is kept of it. */
export type ClassCommand =
  | { readonly type: 'class.opened' | 'class.closed' | 'paused' | 'resumed' }
  | { readonly type: 'vote.opened'; readonly place: Place; readonly choices: readonly string[] }
  /** Counts that are left out are 0. Entered again they replace those before. */
  | { readonly type: 'vote.counted'; readonly place: Place; readonly counts: Counts }
  | { readonly type: 'vote.decided'; readonly place: Place; readonly choice: string }
  /** The run stands before this decision again. */
  | { readonly type: 'run.rewound'; readonly decision: number };

/** A class and what happened in it so far. */
export interface ClassRun {
  readonly events: readonly ClassCommand[];
  /** Whether the class plays on together. */
  readonly isOpen: boolean;
  readonly isPaused: boolean;
  /** In the order of the run. */
  readonly votes: readonly Vote[];
}

/** A class as it is kept. */
export interface SavedClass {
  readonly version: typeof VERSION;
  readonly events: readonly ClassCommand[];
}

export const NEW_CLASS: ClassRun = { events: [], isOpen: false, isPaused: false, votes: [] };

const VERSION = 1;
/** A lesson has some hundred. */
const MAX_EVENTS = 5_000;
const MAX_ID_LENGTH = 200;
const MAX_CHOICES = 20;
const MAX_COUNT = 999;

const id = z.string().max(MAX_ID_LENGTH);
const decision = z.int().min(0);
const place = z.strictObject({ kind: z.enum(['choice', 'quiz']), decision, scene: id });
const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['class.opened', 'class.closed', 'paused', 'resumed']) }),
  z.strictObject({ type: z.literal('vote.opened'), place, choices: z.array(id).min(1).max(MAX_CHOICES) }),
  z.strictObject({
    type: z.literal('vote.counted'),
    place,
    counts: z.record(id, z.int().min(0).max(MAX_COUNT)),
  }),
  z.strictObject({ type: z.literal('vote.decided'), place, choice: id }),
  z.strictObject({ type: z.literal('run.rewound'), decision }),
]);
const savedSchema = z.strictObject({
  version: z.literal(VERSION),
  events: z.array(z.unknown()).max(MAX_EVENTS),
});

/** Takes one step; refuses what is malformed or not possible now, and changes nothing then. */
export function stepClass(run: ClassRun, value: ClassCommand): Result<ClassRun> {
  const parsed = commandSchema.safeParse(value);
  if (!parsed.success) return refuse('class-malformed', 'This is no step of a class.');
  if (run.events.length >= MAX_EVENTS) return refuse('class-full', 'Too much has happened in this class.');
  const next = change(run, parsed.data);
  if (!next.ok || next.value === run) return next;
  return success({ ...next.value, events: [...run.events, parsed.data] });
}

/** Reads what was kept, step by step: one that is not possible spoils it all. */
export function parseClass(value: unknown): Result<ClassRun> {
  const saved = savedSchema.safeParse(value);
  if (!saved.success) return refuse('class-malformed', 'This is no class.');
  let run = NEW_CLASS;
  for (const event of saved.data.events) {
    // What it is, the step itself finds out.
    const next = stepClass(run, event as ClassCommand);
    if (!next.ok) return next;
    run = next.value;
  }
  return success(run);
}

export function saveClass({ events }: ClassRun): SavedClass {
  return { version: VERSION, events };
}

/** The vote at a place, if there is one. */
export function voteAt({ votes }: ClassRun, place: Place): Vote | undefined {
  return votes.find((vote) => isSame(vote.place, place));
}

function change(run: ClassRun, command: ClassCommand): Result<ClassRun> {
  switch (command.type) {
    case 'class.opened':
      return run.isOpen
        ? refuse('class-open', 'The class is open already.')
        : success({ ...run, isOpen: true });
    case 'class.closed':
      return run.isOpen ? success({ ...run, isOpen: false, isPaused: false }) : refuse(...CLOSED);
    case 'paused':
    case 'resumed': {
      if (!run.isOpen) return refuse(...CLOSED);
      const isPaused = command.type === 'paused';
      if (run.isPaused === isPaused) return refuse('class-no-change', 'The class stands like this already.');
      return success({ ...run, isPaused });
    }
    case 'vote.opened':
    case 'vote.counted':
    case 'vote.decided':
      if (!run.isOpen) return refuse(...CLOSED);
      if (run.isPaused) return refuse('class-paused', 'The class has paused.');
      return vote(run, command);
    case 'run.rewound':
      return success(rewound(run, command.decision));
    default:
      return unreachable(command);
  }
}

type VoteCommand = Extract<ClassCommand, { readonly place: Place }>;

function vote(run: ClassRun, command: VoteCommand): Result<ClassRun> {
  const known = voteAt(run, command.place);
  if (command.type === 'vote.opened') return openVote(run, command, known);
  if (!known) return refuse('class-no-vote', 'There is no vote at this place.');
  if (known.choice !== undefined) return refuse('class-decided', 'The class has gone on from this place.');
  const { choices } = known;
  const named = command.type === 'vote.counted' ? Object.keys(command.counts) : [command.choice];
  if (!named.every((choice) => choices.includes(choice)))
    return refuse('class-no-choice', 'There is no such choice at this place.');
  const next: Vote =
    command.type === 'vote.decided'
      ? { ...known, choice: command.choice }
      : {
          ...known,
          counts: Object.fromEntries(choices.map((choice) => [choice, command.counts[choice] ?? 0])),
        };
  return success({ ...run, votes: run.votes.map((other) => (other === known ? next : other)) });
}

function openVote(
  run: ClassRun,
  { place, choices }: Extract<VoteCommand, { readonly type: 'vote.opened' }>,
  known: Vote | undefined,
): Result<ClassRun> {
  if (known) return refuse('class-vote-open', 'There is a vote at this place already.');
  if (new Set(choices).size < choices.length) return refuse('class-malformed', 'A choice is there twice.');
  if (place.decision < (run.votes.at(-1)?.place.decision ?? 0))
    return refuse('class-late', 'The class has gone on from this place.');
  return success({ ...run, votes: [...run.votes, { place, choices }] });
}

/** What comes later never was. The counts of the decision itself stay: it can be taken again by them. */
function rewound(run: ClassRun, decision: number): ClassRun {
  const isUndone = ({ place, choice }: Vote) =>
    place.decision > decision ||
    (place.decision === decision && place.kind === 'choice' && choice !== undefined);
  if (!run.votes.some(isUndone)) return run;
  return {
    ...run,
    votes: run.votes
      .filter(({ place }) => place.decision <= decision)
      .map((vote) => (isUndone(vote) ? withoutChoice(vote) : vote)),
  };
}

function withoutChoice({ choice: _, ...vote }: Vote): Vote {
  return vote;
}

function isSame(some: Place, other: Place): boolean {
  return some.kind === other.kind && some.decision === other.decision && some.scene === other.scene;
}

const CLOSED = ['class-closed', 'The class is not open.'] as const;

function refuse(code: string, message: string): Result<never> {
  return failure({ code, path: '', message });
}
