import { z } from 'zod';
import { factId, id, objective } from './schema-parts.ts';

// Structure of quiz/<id>.yaml: one form for each kind of question.

const offer = z.record(z.string(), z.string());

/** Drawn beside the question: dated events, lines of a contract, or parties on the map. */
const picture = z.union([
  z.strictObject({ timeline: z.array(z.string()).min(2).max(8) }),
  z.strictObject({ contract: z.strictObject({ track: id, offer }) }),
  z.strictObject({ map: z.array(id).min(2).max(8) }),
]);

/** What every item has, whatever it asks. */
const shared = {
  id,
  /** One of the topics of the manifest; only a scenario without topics has items without one. */
  topic: id.exactOptional(),
  objective,
  bloom: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate']),
  facts: z.array(factId).min(1),
  picture: picture.exactOptional(),
};

const option = z.strictObject({ id, misconception: z.string().exactOptional() });
const optionList = (min: number, max: number) => z.array(option).min(min).max(max);

/** YAML reads a bare `true` as a truth value; here it is the id of an answer. */
const truth = z.union([
  z.enum(['true', 'false']),
  z.boolean().transform((isTrue) => (isTrue ? 'true' : 'false')),
]);
const statement = z.enum(['fact', 'report', 'claim']);

/** quiz/<id>.yaml. Without a `type` an item has one right option. */
export const quizItemSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...shared,
    type: z.literal('single').default('single'),
    options: optionList(3, 4),
    key: id,
  }),
  /** A statement that is right or wrong. */
  z.strictObject({
    ...shared,
    type: z.literal('truth'),
    options: z.array(z.strictObject({ id: truth, misconception: z.string().exactOptional() })).length(2),
    key: truth,
    /** What who takes the statement for true believes, where it is false. */
    misconception: z.string().exactOptional(),
  }),
  /** Fact, report or claim? */
  z.strictObject({
    ...shared,
    type: z.literal('kind'),
    options: z.array(z.strictObject({ id: statement, misconception: z.string().exactOptional() })).length(3),
    key: statement,
  }),
  /** Options in the order of time; the key is the right one. */
  z.strictObject({ ...shared, type: z.literal('order'), options: optionList(3, 6), key: z.array(id) }),
  /** A number that counts as right within the tolerance, in the unit of the text file. */
  z.strictObject({
    ...shared,
    type: z.literal('estimate'),
    range: z.strictObject({ min: z.number(), max: z.number(), step: z.number().positive() }),
    key: z.number(),
    tolerance: z.number().min(0),
  }),
  /** Each option belongs to one target; a target may be left over. */
  z.strictObject({
    ...shared,
    type: z.literal('match'),
    options: optionList(3, 5),
    targets: z.array(id).min(3).max(6),
    key: z.record(id, id),
  }),
  /** Who says no to this contract? Options are parties; the key is what the model says. */
  z.strictObject({
    ...shared,
    type: z.literal('veto'),
    contract: z.strictObject({
      track: id,
      phase: id,
      tier: id.exactOptional(),
      hasOwnSuit: z.boolean(),
      offer,
    }),
    options: optionList(2, 7),
    key: z.array(id).min(1),
  }),
]);
