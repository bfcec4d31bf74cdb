import type { IssueId, OptionId } from '../domain/index.ts';
import { circumstancesAt } from '../machine/index.ts';
import {
  judge,
  type Offer,
  type Preference,
  preferenceOf,
  type Vote,
  weightedScore,
} from '../model/index.ts';
import type { Frame } from '../session/index.ts';
import { emblemOf, partyName } from './party-view.ts';
import type { Presenting } from './run-history.ts';
import { currentScene } from './scene-view.ts';
import type { ContractLineView, ContractView, VoteView } from './view-model.ts';

/** A draft that misses at most this many points is "close" (`negotiation.md` 2.7). */
const CLOSE_POINTS = 3;

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

/** How everyone who could have a say judges an offer, as far as the player can know. */
export function presentVotes(
  present: Presenting,
  at: Frame,
  track: string,
  offer: Offer,
): readonly VoteView[] {
  const { scenario, texts } = present;
  const issueName = (issue: IssueId) => texts.model.issues[issue]?.name ?? issue;
  return judge(scenario.model, track, offer, circumstancesAt(scenario, at)).map((vote) => {
    const isKnown = vote.role !== 'ratifier' || (at.context.info[vote.party] ?? 0) >= 1;
    const verdict = verdictOf(vote, isKnown);
    const isExplained = isKnown && !vote.yes;
    return {
      party: vote.party,
      name: partyName(present, vote.party),
      emblem: emblemOf(present, vote.party),
      verdict,
      reasons: isExplained ? vote.reasons.map(({ issue }) => issueName(issue)) : [],
      redLines: isExplained ? vote.redLines.map(issueName) : [],
    };
  });
}

function verdictOf(vote: Vote, isKnown: boolean): VoteView['verdict'] {
  if (!vote.hasSay) return 'no-say';
  if (!isKnown) return 'unknown';
  if (vote.yes) return 'yes';
  return vote.redLines.length === 0 && vote.shortBy <= CLOSE_POINTS ? 'close' : 'no';
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
