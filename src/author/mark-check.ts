import type { Problem } from '../core/domain/index.ts';
import { nearestName, type Scenario } from '../core/scenario/index.ts';
import type { TextBlock } from './text-blocks.ts';

/** Source marks and glossary links: well formed, leading somewhere, and listed in the structure file. */
export function checkMarks(scenario: Scenario, block: TextBlock): readonly Problem[] {
  const { text, evidence, file, path } = block;
  const problems: Problem[] = [];
  const add = (code: string, message: string) => void problems.push({ code, file, path, message });
  const facts = scenario.facts.map(({ id }) => id);
  const terms = scenario.terms.map(({ id }) => id);
  const cited = [...text.matchAll(/\[(F-[^\]]*)\]/g)].map(([, id = '']) => id);
  for (const id of new Set(cited)) {
    if (!facts.includes(id)) add('unknown-fact', `There is no fact "${id}".${hint(id, facts)}`);
    else if (evidence && !evidence.includes(id))
      add(
        'unlisted-fact',
        `Fact ${id} is cited here but not listed in the structure file. Add it to "evidence" or "facts".`,
      );
    if (scenario.facts.find((fact) => fact.id === id)?.mark === 'C')
      add('uncertain-fact', `Fact ${id} is marked C (uncertain). It must not be stated as a fact.`);
  }
  for (const id of evidence ?? []) {
    if (!cited.includes(id))
      add('unused-evidence', `Fact ${id} is listed for this text, but the text has no mark [${id}].`);
  }
  for (const [, id = ''] of text.matchAll(/\[\[([^|\]]*)\|[^\]]*\]\]/g)) {
    if (!terms.includes(id)) add('unknown-term', `There is no glossary term "${id}".${hint(id, terms)}`);
  }
  const rest = text
    .replace(/\[F-[A-Z]+-\d{2}\]/g, '')
    .replace(/\[\[[^|\]]+\|[^\]]+\]\]/g, '')
    .replace(/==[^=]+==/g, '');
  if (/\[|\]|==/.test(rest))
    add('broken-mark', 'A mark is not complete. Use [F-CN-05], ==words== or [[term|words]].');
  return problems;
}

function hint(id: string, known: readonly string[]): string {
  const near = nearestName(id, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
