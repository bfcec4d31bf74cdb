import type { Lookup } from './lookup.ts';
import type { Scenario } from './scenario.ts';

/** What later.yaml refers to: contracts and phases of the model, and facts. */
export function checkLater({ later }: Scenario, lookup: Lookup): void {
  if (!later) return;
  const at = lookup.in('later.yaml');
  const { reference, beside, moments, comparisons, notes } = later;
  at.refer('reference', reference, 'reference');
  at.unique(
    'beside',
    [reference, ...beside].map((id) => ({ id })),
  );
  beside.forEach((id, index) => at.refer('reference', id, `beside[${index}]`));
  moments.forEach(({ phase }, index) => at.refer('phase', phase, `moments[${index}].phase`));
  at.unique('comparisons', comparisons);
  comparisons.forEach(({ then, now }, index) => {
    then.forEach((id, fact) => at.refer('fact', id, `comparisons[${index}].then[${fact}]`));
    now.forEach((id, fact) => at.refer('fact', id, `comparisons[${index}].now[${fact}]`));
  });
  at.unique('notes', notes);
  notes.forEach(({ facts }, index) =>
    facts.forEach((id, fact) => at.refer('fact', id, `notes[${index}].facts[${fact}]`)),
  );
}
