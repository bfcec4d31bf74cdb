import { type NegotiationModel, structureErrors } from '../model/index.ts';
import type { Claim } from './claim.ts';
import { checkLevels } from './link-model-levels.ts';
import { checkPhases } from './link-model-phases.ts';
import { checkWinnable } from './link-model-winnable.ts';
import type { FileCheck, Lookup } from './lookup.ts';
import type { Scenario } from './scenario.ts';

/** Everything in model.yaml that refers to nothing, is missing, or is no valid contract. */
export function checkModel(scenario: Scenario, lookup: Lookup): void {
  const at = lookup.in('model.yaml');
  const { model, drafts, claims } = scenario;
  at.unique('issues', model.issues);
  at.unique('structure', model.structure);
  at.unique('tracks', model.tracks);
  at.unique('phases', model.phases);
  at.unique('tiers', model.tiers);
  at.unique('drafts', drafts);
  at.unique('references', model.references);
  at.unique('claims', claims);
  model.structure.forEach((rule, index) => {
    at.options(rule.if, `structure[${index}].if`);
    at.options(rule.then, `structure[${index}].then`);
  });
  model.tracks.forEach((track, index) => {
    if (track.buyer !== undefined) at.refer('voter', track.buyer, `tracks[${index}].buyer`);
    at.options(track.allow, `tracks[${index}].allow`);
  });
  checkPreferences(scenario, at);
  checkPhases(scenario, at);
  checkCourt(scenario, at);
  checkLevels(model, at);
  checkOffers(scenario, at);
  claims.forEach((claim, index) => checkClaim(claim, at, `claims[${index}]`));
  checkWinnable(model, at);
}

/**
 * The player's side decides at every table and is measured by its own wishes: it needs preferences, the
 * role `self`, and a plan B to compare with.
 */
export function checkPlayer({ preferences, court }: NegotiationModel, player: string, at: FileCheck): void {
  const own = preferences.find(({ party }) => party === player);
  const able = preferences.filter(({ role }) => role === 'self').map(({ party }) => party);
  const others = able.length === 0 ? '' : `, or let the player lead ${able.join(' or ')}`;
  if (!own)
    at.add(
      'player-preferences',
      'player',
      `The party "${player}" has no preferences in model.yaml, so nobody knows what is good for the player. Add an entry of the role "self" to "preferences"${others}.`,
    );
  else if (own.role !== 'self')
    at.add(
      'player-role',
      'player',
      `The party "${player}" has the role "${own.role}" in model.yaml, but the player's side decides itself. Give it the role "self"${others}.`,
    );
  else if (court[player] === undefined)
    at.add(
      'player-plan-b',
      'player',
      `The party "${player}" has no entry under "court" in model.yaml, so it would have no plan B and accept every contract. Add one with "keep", "ban" and "cost".`,
    );
}

function checkPreferences({ model }: Scenario, at: FileCheck): void {
  model.preferences.forEach(({ party, weights, scores, redLines }, index) => {
    const path = `preferences[${index}]`;
    at.refer('party', party, `${path}.party`);
    at.options(redLines, `${path}.redLines`);
    for (const issue of Object.keys(weights)) at.refer('issue', issue, `${path}.weights.${issue}`);
    for (const [issue, byOption] of Object.entries(scores))
      at.options({ [issue]: Object.keys(byOption) }, `${path}.scores`);
    const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
    // Decimals do not add up to the last digit.
    if (Math.abs(sum - 100) > 1e-6)
      at.add('weights-sum', `${path}.weights`, `The weights of ${party} add up to ${sum}; make it 100.`);
    for (const { id, options } of model.issues) {
      for (const option of options) {
        if (scores[id]?.[option] === undefined)
          at.add(
            'missing-score',
            `${path}.scores`,
            `${party} has no score for ${id}: ${option}. Add one from 0 to 100.`,
          );
      }
    }
  });
}

/** Every wing of the own side compares a contract with its own plan B; of the player's, `checkPlayer` speaks. */
function checkCourt({ model, manifest }: Scenario, at: FileCheck): void {
  for (const party of Object.keys(model.court)) at.refer('voter', party, `court.${party}`);
  model.preferences.forEach(({ party, role }, index) => {
    if (role === 'self' && party !== manifest.player && model.court[party] === undefined)
      at.add(
        'missing-court',
        `preferences[${index}]`,
        `${party} decides with the player's side but has no entry under "court", so it would have no plan B and accept every contract. Add one with "keep", "ban" and "cost".`,
      );
  });
  const { licence } = model;
  if (!licence) return;
  at.refer('voter', licence.party, 'licence.party');
  at.refer('voter', licence.homeCost.party, 'licence.homeCost.party');
  at.options(licence.unless, 'licence.unless');
}

function checkClaim(claim: Claim, at: FileCheck, path: string): void {
  if ('rises' in claim) {
    at.refer('voter', claim.rises.party, `${path}.rises.party`);
    claim.rises.phases.forEach((id, phase) => at.refer('phase', id, `${path}.rises.phases[${phase}]`));
    return;
  }
  const { zone, min, maxShare } = claim;
  at.refer('track', zone.track, `${path}.zone.track`);
  zone.phases.forEach((id, phase) => at.refer('phase', id, `${path}.zone.phases[${phase}]`));
  at.options(zone.with, `${path}.zone.with`);
  if (min === undefined && maxShare === undefined)
    at.add('empty-claim', path, `Claim "${claim.id}" says nothing. Give it "min", "maxShare" or both.`);
}

function checkOffers({ model, drafts }: Scenario, at: FileCheck): void {
  drafts.forEach(({ id, offers }, index) => {
    for (const [track, offer] of Object.entries(offers)) {
      const path = `drafts[${index}].offers.${track}`;
      if (!at.refer('track', track, path)) continue;
      for (const error of structureErrors(model, track, offer))
        at.add(
          'broken-structure',
          path,
          `Draft "${id}" is no valid contract on track ${track}: it breaks ${error}.`,
        );
    }
  });
  model.references.forEach(({ id, track, offer }, index) => {
    const path = `references[${index}]`;
    if (!at.refer('track', track, `${path}.track`)) return;
    for (const error of structureErrors(model, track, offer))
      at.add('broken-structure', path, `Reference "${id}" is no valid contract: it breaks ${error}.`);
  });
}
