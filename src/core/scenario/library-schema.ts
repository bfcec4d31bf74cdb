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
