import {
  dealSpace,
  judge,
  MAX_REASONS,
  type NegotiationModel,
  type Offer,
  searchAgreement,
  structureErrors,
  type Tier,
} from '../core/model/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import { smallestChange, type TableSetting } from '../core/strategy/index.ts';
import { unknownId, type Values } from './deals-report.ts';
import type { Report } from './report.ts';

/**
 * Who accepts one contract in one phase, why not, what each refusal would take, and the nearest contract that
 * all accept: or who stands in the way of every one.
 */
export function evaluateReport(
  { model, manifest }: Scenario,
  values: Values,
): Report | { readonly complaint: string } {
  const { phase = '', track = '', deal = '', suit = 'no' } = values;
  if (!model.phases.some(({ id }) => id === phase))
    return { complaint: unknownId('phase', [phase], model.phases) };
  if (!model.tracks.some(({ id }) => id === track))
    return { complaint: unknownId('table', [track], model.tracks) };
  if (suit !== 'yes' && suit !== 'no') return { complaint: '"--suit" is yes or no.' };
  const offer = Object.fromEntries(deal.split(',').map((line) => line.split('=', 2) as [string, string]));
  const errors = [
    ...structureErrors(model, track, offer),
    ...Object.keys(offer).filter((issue) => !model.issues.some(({ id }) => id === issue)),
  ];
  if (errors.length > 0) return { complaint: dealComplaint(model, errors) };

  const whole: Tier = { id: 'all lines', issues: model.issues.map(({ id }) => id), derived: [] };
  const circumstances = { phase, hasOwnSuit: suit === 'yes', trust: {}, goodwill: {} };
  const setting: TableSetting = { model, track, tier: whole, circumstances };
  const votes = judge(model, track, offer, circumstances);
  const accepted = votes.every(({ yes }) => yes);
  const search = searchAgreement(dealSpace(model, track, whole), circumstances, {
    offer,
    issues: whole.issues,
    player: manifest.player,
  });
  const changeFor = (party: string) => {
    const enough = smallestChange(setting, offer, party);
    return enough ? changedLines(offer, enough) : 'none';
  };
  const data = {
    votes: Object.fromEntries(
      votes.map(({ party, redLines, role: _, ...vote }) => [
        party,
        {
          ...vote,
          reasons: vote.reasons.slice(0, MAX_REASONS),
          redLine: redLines,
          ...(vote.yes ? {} : { smallestChange: changeFor(party) }),
        },
      ]),
    ),
    accepted,
    ...(search.kind === 'found'
      ? { nearestAcceptable: search.offer }
      : { noneOf: search.valid, blockers: search.blockers }),
  };
  const lines = votes.map(
    ({ party, yes, utility, reservation, redLines }) =>
      `${party}: ${yes ? 'yes' : 'no '} ${utility.toFixed(1)} of ${reservation.toFixed(1)}${redLines.length > 0 ? `, red line ${redLines.join(', ')}` : ''}${yes ? '' : `; enough would be: ${inWords(changeFor(party))}`}`,
  );
  const verdict = accepted
    ? 'accepted by all'
    : search.kind === 'found'
      ? `not accepted; nearest contract for all: ${inWords(changedLines(offer, search.offer))}`
      : `not accepted; none of ${search.valid} contracts is accepted by all`;
  return { code: 0, data, text: [...lines, verdict].join('\n') };
}

function changedLines(from: Offer, to: Offer): Offer {
  return Object.fromEntries(Object.entries(to).filter(([issue, option]) => from[issue] !== option));
}

function inWords(lines: Offer | 'none'): string {
  if (lines === 'none') return 'no contract of this table';
  return Object.entries(lines)
    .map(([issue, option]) => `${issue}=${option}`)
    .join(', ');
}

function dealComplaint({ issues, structure }: NegotiationModel, errors: readonly string[]): string {
  // While lines are missing, rules between lines say nothing new.
  const lines = errors.filter((error) => error.startsWith('option.'));
  const words = (lines.length > 0 ? lines : errors).map((error) => {
    const [kind, issue = ''] = error.split('.', 2);
    const options = issues.find(({ id }) => id === issue)?.options ?? [];
    if (kind === 'option') return `${issue} must be one of ${options.join(', ')}`;
    if (kind === 'allow') return `this option of ${issue} is not open at this table`;
    return structure.some(({ id }) => id === error)
      ? `it breaks the rule ${error}`
      : `there is no line "${error}"`;
  });
  return `This is no valid contract: ${words.join('; ')}.`;
}
