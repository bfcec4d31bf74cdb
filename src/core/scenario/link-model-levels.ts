import type { NegotiationModel, Tier } from '../model/index.ts';
import type { FileCheck } from './lookup.ts';

/** On every level each line of the contract is set by the player, or follows from lines above it. */
export function checkLevels(model: NegotiationModel, at: FileCheck): void {
  model.tiers.forEach((tier, index) => checkLevel(model, tier, at, `tiers[${index}]`));
}

function checkLevel(
  model: NegotiationModel,
  { id, issues, derived }: Tier,
  at: FileCheck,
  path: string,
): void {
  issues.forEach((issue, position) => at.refer('issue', issue, `${path}.issues[${position}]`));
  const known = new Set(issues);
  derived.forEach(({ issue, cases }, position) => {
    cases.forEach((step, number) => {
      const here = `${path}.derived[${position}].cases[${number}]`;
      at.options(step.if, `${here}.if`);
      at.options({ [issue]: [step.option] }, here);
      for (const needed of Object.keys(step.if)) {
        if (!known.has(needed) && model.issues.some((candidate) => candidate.id === needed))
          at.add(
            'derived-order',
            `${here}.if`,
            `On level "${id}" this case reads "${needed}", which is not settled yet, so it never fits. Derive "${needed}" above, or read another line.`,
          );
      }
    });
    if (Object.keys(cases.at(-1)?.if ?? {}).length > 0)
      at.add(
        'no-last-case',
        `${path}.derived[${position}].cases`,
        `On level "${id}" some contracts fit none of the cases for "${issue}" and would stay without it. End the list with a case that has only an "option".`,
      );
    known.add(issue);
  });
  for (const issue of model.issues) {
    if (!known.has(issue.id))
      at.add(
        'open-issue',
        path,
        `Level "${id}" says nothing about "${issue.id}". Add it to "issues" or to "derived".`,
      );
  }
}
