import { z } from 'zod';
import { CONFIDENCES } from '../machine/index.ts';

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
const offer = z
  .record(shortText, shortText)
  .refine((lines) => Object.keys(lines).length <= MAX_LINES, { error: 'A contract with too many lines' });
const turn = z.int().min(0);

/** An intent at the door: anything else is refused before the machine sees it. */
export const intentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice.take'), scene: shortText, choice: shortText }),
  z.strictObject({ type: z.literal('scene.continue'), scene: shortText }),
  z.strictObject({
    type: z.literal('quiz.answer'),
    item: shortText,
    option: shortText,
    confidence: z.enum(CONFIDENCES),
  }),
  z.strictObject({ type: z.literal('quiz.skip'), item: shortText }),
  z.strictObject({ type: z.literal('table.lay'), scene: shortText, offer }),
  z.strictObject({ type: z.enum(['table.propose', 'table.final']), scene: shortText, turn, offer }),
  z.strictObject({ type: z.enum(['table.accept', 'table.leave']), scene: shortText, turn }),
  z.strictObject({ type: z.literal('table.ask'), scene: shortText, turn, party: shortText }),
]);

const agendaSchema = z.strictObject({
  type: z.literal('agenda.next'),
  chance: z.record(shortText, z.boolean()).exactOptional(),
});

/** Read first: a save of another version may have any other shape. */
export const envelopeSchema = z.looseObject({
  format: shortText,
  version: z.int(),
});

/** A save at the door, with its sizes limited. */
export const saveSchema = z.strictObject({
  format: shortText,
  version: z.int(),
  scenario: z.strictObject({ id: shortText, hash: shortText }),
  seed: z.int().min(0).max(MAX_SEED),
  language: shortText,
  tier: shortText,
  events: z.array(z.discriminatedUnion('type', [...intentSchema.options, agendaSchema])).max(MAX_EVENTS),
});
