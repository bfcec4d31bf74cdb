import type { Problem } from '../domain/index.ts';
import { createLookup } from './lookup.ts';
import type { PersonaFile, Scenario } from './scenario.ts';

/** Parties and choices that personas.yaml names and that do not exist; ids used twice. */
export function personaProblems(scenario: Scenario, personas: readonly PersonaFile[]): readonly Problem[] {
  const lookup = createLookup(scenario);
  const at = lookup.in('personas.yaml');
  const choices = scenario.scenes.flatMap((scene) => scene.choices.map(({ id }) => `${scene.id}/${id}`));
  at.unique('personas', personas);
  personas.forEach(({ takes, pleases, asks }, index) => {
    takes.forEach((choice, position) => {
      if (!choices.includes(choice))
        at.unknown('choice', choice, choices, `personas[${index}].takes[${position}]`);
    });
    asks.forEach((party, position) => {
      at.refer('party', party, `personas[${index}].asks[${position}]`);
    });
    if (pleases !== undefined) at.refer('party', pleases, `personas[${index}].pleases`);
  });
  return lookup.problems();
}
