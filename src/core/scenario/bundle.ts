import { z } from 'zod';
import { failure, type Result, success } from '../domain/index.ts';
import {
  aftermathSchema,
  factsSchema,
  glossarySchema,
  laterSchema,
  sourcesSchema,
} from './library-schema.ts';
import { quizItemSchema } from './quiz-schema.ts';
import type { Scenario } from './scenario.ts';
import {
  calendarSchema,
  endingsSchema,
  manifestSchema,
  modelSchema,
  partiesSchema,
  sceneSchema,
  tracksSchema,
} from './schema.ts';
import { sceneEasySchema, sceneTextSchema, textSchemas } from './text-schema.ts';

const { quizItem, ...ownerTexts } = textSchemas;

/** One JSON per scenario, as the build writes it. */
const bundleSchema = z.strictObject({
  hash: z.string().min(1),
  manifest: manifestSchema,
  model: modelSchema.omit({ drafts: true, claims: true }),
  drafts: modelSchema.shape.drafts,
  claims: modelSchema.shape.claims,
  regions: tracksSchema.shape.regions,
  calendar: calendarSchema.shape.events,
  scenes: z.array(sceneSchema),
  gauges: endingsSchema.shape.gauges,
  endings: endingsSchema.shape.endings,
  quiz: z.array(quizItemSchema),
  parties: partiesSchema.shape.parties,
  cast: partiesSchema.shape.cast,
  facts: factsSchema.shape.facts,
  sources: sourcesSchema.shape.sources,
  terms: glossarySchema.shape.terms,
  aftermath: z.array(aftermathSchema.shape.events.element),
  later: laterSchema.exactOptional(),
  texts: z.record(
    z.string(),
    z.strictObject({
      ...ownerTexts,
      later: ownerTexts.later.exactOptional(),
      scenes: z.record(z.string(), sceneTextSchema),
      quiz: z.record(z.string(), quizItem),
      easy: z.strictObject({ scenes: z.record(z.string(), sceneEasySchema) }),
    }),
  ),
});

const MAX_PROBLEMS = 10;

/** Reads a bundle at the door: `scenario-malformed`, with the first problems found. */
export function parseBundle(value: unknown): Result<Scenario> {
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  return failure(
    ...parsed.error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
      code: 'scenario-malformed',
      path: path.map(String).join('.'),
      message,
    })),
  );
}
