import type { IssueId, OptionId, PartyId } from '../domain/index.ts';
import { MAX_REASONS, type Preference, preferenceOf, type Vote } from '../model/index.ts';
import {
  canPayWithRound,
  knownIssues,
  openOptions,
  standingCounter,
  styleName,
  styleOf,
  type Turn,
  votesAt,
  weightWord,
  wingsAgainst,
} from '../strategy/index.ts';
import { isVoteKnown, lightFor } from './table-lights.ts';
import type {
  CounterpartView,
  CounterView,
  Importance,
  QuestionView,
  TableOptionView,
  TableOutcomeView,
  TableRowView,
  TableView,
  TurnView,
  WishView,
} from './table-types.ts';
import { lineChanges, partyWords, type Sitting } from './table-words.ts';
import type { Mood } from './view-model.ts';

/** Everything that can be seen and done at a table. */
export function presentTable(sitting: Sitting): TableView {
  const { texts, setting, talks, insights, date, kind } = sitting;
  const votes = votesAt(setting, talks.offer);
  const counterpart = presentCounterpart(sitting);
  const counter = presentCounter(sitting);
  const outcome = presentOutcome(sitting, votes);
  return {
    kind,
    track: setting.track,
    trackName: texts.model.tracks[setting.track] ?? setting.track,
    date,
    phase: texts.model.phases[setting.circumstances.phase] ?? setting.circumstances.phase,
    ...(counterpart ? { counterpart } : {}),
    rounds: talks.rounds,
    roundsLeft: talks.rounds - talks.used,
    turn: talks.turns.length,
    insights,
    rows: setting.tier.issues.map((issue) => presentRow(sitting, issue)),
    lights: votes.map((vote) => lightFor(sitting, vote, isVoteKnown(sitting, vote))),
    planB: votes
      .filter(({ role }) => role === 'self')
      .map(({ party, reservation, utility, yes }) => {
        const { name, color } = partyWords(sitting, party);
        return { party, name, color, planB: reservation, draft: utility, isDraftEnough: yes };
      }),
    questions: sitting.askable.map((party) => presentQuestion(sitting, party)),
    ...(counter ? { counter } : {}),
    turns: talks.turns.map((turn, index) => presentTurn(sitting, turn, index)),
    isLastRound: talks.used + 1 >= talks.rounds,
    followed: { changes: [], rules: [] },
    ...(outcome ? { outcome } : {}),
    search: { state: 'idle' },
  };
}

function presentCounterpart(sitting: Sitting): CounterpartView | undefined {
  const { scenario, texts, setting, talks, info } = sitting;
  const { counterpart, model } = setting;
  if (counterpart === undefined) return undefined;
  const party = scenario.parties.find(({ id }) => id === counterpart);
  const figure = scenario.cast.find(({ id }) => id === party?.figure)?.figure;
  return {
    ...partyWords(sitting, counterpart),
    role: texts.parties.parties[counterpart]?.role ?? '',
    ...(figure === undefined ? {} : { figure }),
    mood: moodAfter(talks.turns.findLast(({ kind }) => kind !== 'question')),
    style: (info[counterpart] ?? 0) > 0 ? styleName(styleOf(model, counterpart)) : 'unknown',
  };
}

/** The face after an answer. */
export function moodAfter(turn: Turn | undefined): Mood {
  switch (turn?.reply) {
    case 'signed':
      return 'pleased';
    case 'blocked':
      return 'worried';
    case 'refused':
      return 'angry';
    case 'countered':
      return 'suspicious';
    default:
      return 'neutral';
  }
}

function presentRow(sitting: Sitting, issue: IssueId): TableRowView {
  const { texts, setting, talks, stakes } = sitting;
  const { model } = setting;
  const words = texts.model.issues[issue];
  const own = model.preferences.find(({ role }) => role === 'self');
  const scoreOf = (option: OptionId) => own?.scores[issue]?.[option] ?? 0;
  const counter = standingCounter(talks);
  const chosen = talks.offer[issue] ?? '';
  const seated = seatedParties(sitting);
  const wishes = seated
    .filter((preference) => isWeightKnown(sitting, preference, issue) && (preference.weights[issue] ?? 0) > 0)
    .map((preference) => ({ preference, option: favourite(sitting, preference, issue) }));
  const options = openOptions(setting, issue)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .map(
      (option): TableOptionView => ({
        option,
        name: words?.options[option] ?? option,
        isChosen: option === chosen,
        isBase: option === talks.base[issue],
        isCountered: option === counter?.[issue] && option !== talks.base[issue],
        wishes: wishes.flatMap((wish) =>
          wish.option === option ? [presentWish(sitting, wish.preference, issue)] : [],
        ),
      }),
    );
  return {
    issue,
    name: words?.name ?? issue,
    question: words?.question ?? '',
    options,
    value: words?.options[chosen] ?? chosen,
    stakes: seated.map((preference) => presentWish(sitting, preference, issue)),
    isChanged: chosen !== talks.base[issue],
    isAtStake: stakes.includes(issue),
  };
}

/** Who could have a say at this table, in the order of the model. */
function seatedParties({ setting }: Sitting): readonly Preference[] {
  const { model, track } = setting;
  const buyer = model.tracks.find(({ id }) => id === track)?.buyer;
  return model.preferences.filter(({ role, party }) => role !== 'buyer' || party === buyer);
}

function presentWish(sitting: Sitting, preference: Preference, issue: IssueId): WishView {
  const importance: Importance = isWeightKnown(sitting, preference, issue)
    ? weightWord(preference.weights[issue] ?? 0)
    : 'unknown';
  return { ...partyWords(sitting, preference.party), importance };
}

function isWeightKnown(sitting: Sitting, preference: Preference, issue: IssueId): boolean {
  return preference.role === 'self' || knownLines(sitting, preference).has(issue);
}

function knownLines({ setting, info }: Sitting, preference: Preference): ReadonlySet<IssueId> {
  const { model, tier } = setting;
  const lines = model.issues.filter(({ id }) => tier.issues.includes(id));
  return knownIssues(preference, lines, info[preference.party] ?? 0);
}

function favourite({ setting }: Sitting, { scores }: Preference, issue: IssueId): OptionId {
  const score = (option: OptionId) => scores[issue]?.[option] ?? 0;
  return openOptions(setting, issue).reduce((best, option) => (score(option) > score(best) ? option : best));
}

function presentQuestion(sitting: Sitting, party: PartyId): QuestionView {
  const { setting, talks, insights } = sitting;
  const { name, emblem } = partyWords(sitting, party);
  const known = knownLines(sitting, preferenceOf(setting.model, party)).size;
  const all = setting.tier.issues.length;
  const isPayable = insights > 0 || canPayWithRound(talks);
  return {
    party,
    name,
    emblem,
    cost: insights > 0 ? 'insight' : 'round',
    known,
    all,
    isPossible: talks.status === 'open' && known < all && isPayable,
  };
}

function presentCounter(sitting: Sitting): CounterView | undefined {
  const { texts, setting, talks } = sitting;
  const offer = standingCounter(talks);
  const asked = talks.turns.findLast(({ kind }) => kind === 'proposal')?.offer;
  if (!offer || !asked || talks.status !== 'open') return undefined;
  const vote = votesAt(setting, asked).find(({ party }) => party === setting.counterpart);
  const lineName = (issue: IssueId) => texts.model.issues[issue]?.name ?? issue;
  return {
    offer,
    changes: lineChanges(sitting, talks.offer, offer),
    reasons: (vote?.reasons ?? [])
      .map(({ issue }) => issue)
      .filter((issue) => setting.tier.issues.includes(issue))
      .slice(0, MAX_REASONS)
      .map(lineName),
    redLines: (vote?.redLines ?? []).map(lineName),
    blockedBy: wingsAgainst(votesAt(setting, offer)).map((party) => partyWords(sitting, party).name),
  };
}

function presentTurn(sitting: Sitting, turn: Turn, index: number): TurnView {
  const { setting, talks } = sitting;
  const before = talks.turns.slice(0, index).findLast(({ offer }) => offer !== undefined)?.offer;
  const party = turn.party ?? setting.counterpart;
  const { offer, counter } = turn;
  return {
    turn: index,
    kind: turn.kind,
    reply: turn.reply,
    ...(party === undefined ? {} : { party: partyWords(sitting, party).name }),
    blockedBy:
      turn.reply === 'blocked' && offer
        ? wingsAgainst(votesAt(setting, offer)).map((wing) => partyWords(sitting, wing).name)
        : [],
    changes: offer && before ? lineChanges(sitting, before, offer) : [],
    counter: offer && counter ? lineChanges(sitting, offer, counter) : [],
  };
}

function presentOutcome(sitting: Sitting, votes: readonly Vote[]): TableOutcomeView | undefined {
  const { status } = sitting.talks;
  if (status === 'open') return undefined;
  const isSigned = status === 'signed';
  return {
    isSigned,
    isRatified: isSigned && votes.every(({ yes }) => yes),
    lights: votes.map((vote) => lightFor(sitting, vote, true)),
  };
}
