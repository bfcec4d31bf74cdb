import type { IssueId, OptionId } from '../domain/index.ts';
import { circumstancesAt } from '../machine/index.ts';
import { judge, type Offer, type Preference, preferenceOf, weightedScore } from '../model/index.ts';
import { partyName } from './party-view.ts';
import type { Presenting } from './run-history.ts';
import { currentScene } from './scene-view.ts';
import type { ContractLineView, ContractView } from './view-model.ts';

/** The term sheet: what is agreed, or what will have to be agreed. */
export function presentContract(present: Presenting): ContractView {
  const { scenario, texts, frame, tier } = present;
  const { agreement } = frame.context;
  const issues =
    scenario.model.tiers.find(({ id }) => id === tier)?.issues ?? scenario.model.issues.map(({ id }) => id);
  const stakes = currentScene(present)?.stakes ?? [];
  const crossed = agreement ? knownRedLines(present, agreement.track, agreement.offer) : new Set<IssueId>();
  const lines = issues.map((issue): ContractLineView => {
    const option = agreement?.offer[issue];
    const words = texts.model.issues[issue];
    return {
      issue,
      name: words?.name ?? issue,
      ...(option === undefined
        ? {}
        : { option, value: words?.options[option] ?? option, position: positionOf(present, issue, option) }),
      isAtStake: stakes.includes(issue),
      status: option === undefined ? 'open' : crossed.has(issue) ? 'red-line' : 'agreed',
      wishes: wishesFor(present, issue),
    };
  });
  return {
    state: agreement ? 'signed' : 'none',
    ...(agreement ? { partner: texts.model.tracks[agreement.track] ?? agreement.track } : {}),
    lines,
    agreedCount: lines.filter(({ status }) => status === 'agreed').length,
  };
}

function knownRedLines(present: Presenting, track: string, offer: Offer): ReadonlySet<IssueId> {
  const { scenario, frame } = present;
  const votes = judge(scenario.model, track, offer, circumstancesAt(scenario, frame));
  const known = votes.filter(
    ({ party, role, hasSay }) => hasSay && (role !== 'ratifier' || isAsked(present, party)),
  );
  return new Set(known.flatMap(({ redLines }) => redLines));
}

/** Best options of the parties that the player has asked, on the player's own scale. */
function wishesFor(present: Presenting, issue: IssueId): ContractLineView['wishes'] {
  const { scenario } = present;
  const { player } = scenario.manifest;
  return scenario.model.preferences
    .filter(({ party, weights }) => party !== player && isAsked(present, party) && (weights[issue] ?? 0) > 0)
    .map((preference) => {
      const option = bestOption(present, preference, issue);
      return {
        party: preference.party,
        name: partyName(present, preference.party),
        color: scenario.parties.find(({ id }) => id === preference.party)?.color ?? '',
        value: present.texts.model.issues[issue]?.options[option] ?? option,
        position: positionOf(present, issue, option),
      };
    });
}

/** 0 = the best option for the player's own side, 1 = the worst. */
function positionOf({ scenario }: Presenting, issue: IssueId, option: OptionId): number {
  const own = preferenceOf(scenario.model, scenario.manifest.player).scores[issue] ?? {};
  const scores = Object.values(own);
  const best = Math.max(...scores);
  const span = best - Math.min(...scores);
  return span === 0 ? 0 : (best - (own[option] ?? best)) / span;
}

function bestOption({ scenario }: Presenting, preference: Preference, issue: IssueId): OptionId {
  const options = scenario.model.issues.find(({ id }) => id === issue)?.options ?? [];
  const score = (option: OptionId) => weightedScore(preference, issue, option);
  return options.reduce((best, option) => (score(option) > score(best) ? option : best), options[0] ?? '');
}

function isAsked({ frame }: Presenting, party: string): boolean {
  return (frame.context.info[party] ?? 0) >= 1;
}
