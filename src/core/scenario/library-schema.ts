import { z } from 'zod';
import { factId, id, isoDate, isoSpan } from './schema-parts.ts';

// What can be looked up: facts, sources, terms, and what happened after the story.

/** What sort of statement a fact is (see docs/formats/scenario.md). */
export const FACT_KINDS = ['DOC', 'RUL', 'STM', 'REP', 'NUM', 'ANA'] as const;

/** facts.yaml. */
export const factsSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: factId,
      /** How sure: read in an archived copy, known but not read now, uncertain. */
      mark: z.enum(['A', 'B', 'C']),
      kinds: z.array(z.enum(FACT_KINDS)),
      date: isoSpan,
      sources: z.array(z.string()),
    }),
  ),
});

/** How a source can be reached; `archive`: it was read in an archived copy. */
const ACCESS = ['open', 'registration', 'paywall', 'archive'] as const;

/** sources.yaml. */
export const sourcesSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: z.string().regex(/^S\d{3}[a-z]?$/, { error: 'The id of a source looks like S042' }),
      type: z.enum(['P', 'N', 'R']),
      /** Whose page was read. */
      publisher: z.string().min(2),
      title: z.string().min(2),
      date: isoSpan.optional(),
      url: z.url(),
      canonical: z.url().optional(),
      access: z.enum(ACCESS),
      accessed: isoDate,
      note: z.literal('contains-error').optional(),
    }),
  ),
});

/** glossary.yaml. */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id,
      /** Level of the manifest from which on the term is at home. */
      tier: id,
      /** Facts cited in the example. */
      facts: z.array(factId).default([]),
    }),
  ),
});

/** aftermath.yaml: what really happened after the last day of the story. Shown when a run is over. */
export const aftermathSchema = z.strictObject({
  /** In order of date. */
  events: z.array(z.strictObject({ id, date: isoSpan, facts: z.array(factId).min(1) })).min(1),
});

/**
 * later.yaml: how the dispute was settled in the end, beside what was on the table in the story. Shown when a run
 * is over.
 */
export const laterSchema = z.strictObject({
  /** Reference of the model that stands for the later contract. */
  reference: id,
  /** Other references of the model, to lay beside it. */
  beside: z.array(id).default([]),
  /** When it is put to the vote: phases of the model, without and with a suit of the player's side. */
  moments: z.array(z.strictObject({ phase: id, hasOwnSuit: z.boolean().default(false) })).min(1),
  /** What was said and done about one question, then and now. */
  comparisons: z
    .array(z.strictObject({ id, then: z.array(factId).min(1), now: z.array(factId).min(1) }))
    .min(1),
  /** What the model says about the later contract, and what it cannot say. */
  notes: z.array(z.strictObject({ id, facts: z.array(factId).default([]) })).min(1),
});
