import { z } from 'zod';
import type { FactId, Language, PartyId, Problem } from '../domain/index.ts';
import { createLookup } from './lookup.ts';
import type { Scenario } from './scenario.ts';
import { id } from './schema-parts.ts';

// roles.yaml and its words: confidential instructions for those who play a party at a table of roles. Only the
// server has them; they are no part of the scenario that a browser loads.

/** roles.yaml: what the sentences of each party rest on. */
export const rolesSchema = z.strictObject({
  briefs: z
    .array(
      z.strictObject({
        party: id,
        sentences: z
          .array(
            z.strictObject({
              id,
              /** What it rests on; empty: invented for the game, and shown as such. */
              facts: z.array(z.string()).default([]),
            }),
          )
          .min(4)
          .max(6),
      }),
    )
    .min(1),
});

/** roles.<language>.yaml: the sentences by party and id. */
export const roleTextSchema = z.strictObject({
  briefs: z.record(z.string(), z.record(z.string(), z.string().min(2))),
});

export type RoleFile = z.infer<typeof rolesSchema>;
export type RoleTexts = z.infer<typeof roleTextSchema>;

/** One sentence of confidential instructions. */
export interface BriefSentence {
  readonly text: string;
  /** What it rests on; empty: invented for the game. */
  readonly facts: readonly FactId[];
}

/** Confidential instructions by language and party. */
export type RoleBriefs = Readonly<Record<Language, Readonly<Record<PartyId, readonly BriefSentence[]>>>>;

const briefsSchema = z.record(
  z.string(),
  z.record(z.string(), z.array(z.strictObject({ text: z.string(), facts: z.array(z.string()) }))),
);

/** Reads the instructions that a build of the server wrote; undefined when they are none. */
export function parseRoleBriefs(value: unknown): RoleBriefs | undefined {
  return briefsSchema.safeParse(value).data;
}

/** What is wrong with the structure of instructions: parties and facts. Every party of the model has some. */
export function roleLinkProblems(scenario: Scenario, { briefs }: RoleFile): readonly Problem[] {
  const lookup = createLookup(scenario);
  const at = lookup.in('roles.yaml');
  at.unique(
    'briefs',
    briefs.map(({ party }) => ({ id: party })),
  );
  for (const { party } of scenario.model.preferences)
    if (!briefs.some((brief) => brief.party === party))
      at.add('missing-brief', 'briefs', `Party "${party}" of the model has no instructions. Add them.`);
  briefs.forEach(({ party, sentences }, index) => {
    const path = `briefs[${index}]`;
    at.refer('voter', party, `${path}.party`);
    at.unique(`${path}.sentences`, sentences);
    sentences.forEach(({ facts }, place) =>
      facts.forEach((fact, number) => {
        const where = `${path}.sentences[${place}].facts[${number}]`;
        if (!at.refer('fact', fact, where)) return;
        if (scenario.facts.find((found) => found.id === fact)?.mark === 'C')
          at.add('uncertain-fact', where, `Fact ${fact} is marked C (uncertain). Nothing can rest on it.`);
      }),
    );
  });
  return lookup.problems();
}
