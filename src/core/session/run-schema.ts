import { z } from 'zod';
import type { RunEvent } from '../machine/index.ts';
import { CONFIDENCES } from '../quiz/index.ts';

// What may come in through a door: an intent, a save. Sizes are limited before anything is replayed.

/** Ids in a save are short; a longer one is not ours. */
const MAX_ID_LENGTH = 200;
/** A full run has some 200 events. */
const MAX_EVENTS = 2_000;
/** Seeds are whole numbers from 0 to here. */
export const MAX_SEED = 2_147_483_647;

const shortText = z.string().max(MAX_ID_LENGTH);

/** A contract has some ten lines. */
const MAX_LINES = 50;
/** A contract at the door: options by line. */
export const offerSchema = z
  .record(shortText, shortText)
  .refine((lines) => Object.keys(lines).length <= MAX_LINES, { error: 'A contract with too many lines' });
const turn = z.int().min(0);

/** The longest answer of a quiz item has some six parts. */
const MAX_PARTS = 20;
/** An answer to a quiz item at the door; whether it is one to this item, the item says. */
export const responseSchema = z.union([
  shortText,
  z.number(),
  z.array(shortText).max(MAX_PARTS),
  z
    .record(shortText, shortText)
    .refine((parts) => Object.keys(parts).length <= MAX_PARTS, { error: 'An answer with too many parts' }),
]);

const answer = z.strictObject({
  type: z.literal('quiz.answer'),
  item: shortText,
  response: responseSchema,
  confidence: z.enum(CONFIDENCES),
});
/** What the player does beside answering a quiz item: the same in every version. */
const otherIntents = [
  z.strictObject({ type: z.literal('choice.take'), scene: shortText, choice: shortText }),
  z.strictObject({ type: z.literal('scene.continue'), scene: shortText }),
  z.strictObject({ type: z.literal('quiz.skip'), item: shortText }),
  z.strictObject({ type: z.literal('table.lay'), scene: shortText, offer: offerSchema }),
  z.strictObject({
    type: z.enum(['table.propose', 'table.final']),
    scene: shortText,
    turn,
    offer: offerSchema,
  }),
  z.strictObject({ type: z.enum(['table.accept', 'table.leave']), scene: shortText, turn }),
  z.strictObject({ type: z.literal('table.ask'), scene: shortText, turn, party: shortText }),
] as const;

/** An intent at the door: anything else is refused before the machine sees it. */
export const intentSchema = z.discriminatedUnion('type', [answer, ...otherIntents]);

const agendaSchema = z.strictObject({
  type: z.literal('agenda.next'),
  chance: z.record(shortText, z.boolean()).exactOptional(),
});

/** Read first: a save of another version may have any other shape. */
export const envelopeSchema = z.looseObject({
  format: shortText,
  version: z.int(),
});

/** How versions 1 and 2 wrote an answer; every item had options then. Read as it is written today. */
const optionAnswer = z
  .strictObject({
    type: z.literal('quiz.answer'),
    item: shortText,
    option: shortText,
    confidence: z.enum(CONFIDENCES),
  })
  .transform(({ type, item, option, confidence }) => ({ type, item, response: option, confidence }));

const saveOf = <E extends z.ZodType<RunEvent>>(event: E) =>
  z.strictObject({
    format: shortText,
    version: z.int(),
    scenario: z.strictObject({ id: shortText, hash: shortText }),
    seed: z.int().min(0).max(MAX_SEED),
    language: shortText,
    tier: shortText,
    events: z.array(event).max(MAX_EVENTS),
  });

/** A save of today at the door, with its sizes limited. */
export const saveSchema = saveOf(z.discriminatedUnion('type', [answer, ...otherIntents, agendaSchema]));
/** A save of a version before 3. */
export const oldSaveSchema = saveOf(
  z.discriminatedUnion('type', [optionAnswer, ...otherIntents, agendaSchema]),
);
