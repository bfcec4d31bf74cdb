import type { IssueId, OptionId, PartyId } from '../domain/index.ts';
import {
  type DealSpace,
  indexOfOffer,
  type Preference,
  phaseOf,
  preferenceOf,
  redLineSets,
} from '../model/index.ts';
import {
  knownIssues,
  spaceOf,
  surplusAt,
  type TableSetting,
  type Talks,
  votesAt,
} from '../strategy/index.ts';

/** One of the others whose yes is needed, as a bot sees it. */
export interface Estimate {
  readonly party: PartyId;
  readonly role: Preference['role'];
  /**
   * Estimated points above what the party needs, of every contract of the table; `Infinity` where it is not
   * asked. What a party needs shows in its lamp once it has answered; else it is a guess.
   */
  readonly surplus: Float64Array;
  readonly isNeedKnown: boolean;
}

/** What a bot makes of the numbers that it does not know, in points. Plain: every option is worth the same. */
export interface Guesses {
  /** Added to the middle score of an option on a line that is not known. */
  readonly score: (party: PartyId, issue: IssueId, option: OptionId) => number;
  /** Added to what a party seems to need beside the others. */
  readonly need: (party: PartyId) => number;
}

export const PLAIN_GUESSES: Guesses = { score: () => 0, need: () => 0 };

/** What a bot can know at a table. */
export interface KnowledgeView {
  readonly setting: TableSetting;
  readonly talks: Talks;
  /** Answers that each party has given. */
  readonly info: Readonly<Record<PartyId, number>>;
}

const MIDDLE = 50;
const ALL_WEIGHTS = 100;
/** Points that a counter-offer moves the guess about the options it changes. Teaching assumption. */
const REVEALED = 25;

/** Everyone whose yes is needed beside the own wings, as far as a player can know them. */
export function estimatesAt(view: KnowledgeView, guesses: Guesses): readonly Estimate[] {
  const { model, counterpart } = view.setting;
  // Who is asked about which contract is a rule that everybody knows: an entry, and not an infinite one.
  const asked = surplusAt(view.setting);
  return model.preferences.flatMap((preference) => {
    const { party, role } = preference;
    const surplus = asked[party];
    if (!surplus || role === 'self' || (role === 'buyer' && party !== counterpart)) return [];
    const utilities = estimatedUtilities(view, preference, guesses);
    const need = needShown(view, party, utilities);
    const assumed = need ?? MIDDLE + guesses.need(party);
    for (let index = 0; index < utilities.length; index += 1) {
      const isAsked = surplus[index] !== Number.POSITIVE_INFINITY;
      utilities[index] = isAsked ? (utilities[index] ?? 0) - assumed : Number.POSITIVE_INFINITY;
    }
    return [{ party, role, surplus: utilities, isNeedKnown: need !== undefined }];
  });
}

/**
 * What a party needs, in points of the estimate: its lamp on the contracts that have lain on the table says
 * yes, or how many points are missing. Who has not answered shows no lamp.
 */
function needShown(view: KnowledgeView, party: PartyId, utilities: Float64Array): number | undefined {
  const { setting, talks, info } = view;
  if ((info[party] ?? 0) === 0) return undefined;
  const lain = [talks.offer, ...talks.turns.flatMap(({ offer, counter }) => [offer, counter])];
  const space = spaceOf(setting);
  let enough: number | undefined;
  let missing: number | undefined;
  for (const contract of lain) {
    if (!contract) continue;
    const vote = votesAt(setting, contract).find((one) => one.party === party);
    const value = utilities[indexOfOffer(space, contract)];
    if (!vote?.hasSay || value === undefined || value === Number.NEGATIVE_INFINITY) continue;
    if (vote.shortBy > 0) missing = Math.max(missing ?? value, value + vote.shortBy);
    else enough = Math.min(enough ?? value, value);
  }
  return missing ?? enough;
}

/** True when another answer of the party would reveal nothing. */
export function isAllKnown(view: KnowledgeView, party: PartyId): boolean {
  const { model, tier } = view.setting;
  return knownLines(view, preferenceOf(model, party)).size >= tier.issues.length;
}

/** The lines of the table about which answers of a party have said how much they matter, and what it wants. */
function knownLines({ setting, info }: KnowledgeView, preference: Preference): ReadonlySet<IssueId> {
  const lines = setting.model.issues.filter(({ id }) => setting.tier.issues.includes(id));
  return knownIssues(preference, lines, info[preference.party] ?? 0);
}

function estimatedUtilities(view: KnowledgeView, preference: Preference, guesses: Guesses): Float64Array {
  const { setting } = view;
  const { model } = setting;
  const known = knownLines(view, preference);
  // Of the red lines that hold now it reads those of known lines only.
  const redLines = redLineSets(preference, phaseOf(model, setting.circumstances.phase));
  const shown = preference.party === setting.counterpart ? shownBy(view.talks) : [];
  // Weights add up to 100: the lines that are not known share what is left.
  const left = [...known].reduce((rest, issue) => rest - (preference.weights[issue] ?? 0), ALL_WEIGHTS);
  const average = left / Math.max(1, model.issues.length - known.size);

  const pointsOf = (issue: IssueId, option: OptionId): number => {
    if (!known.has(issue)) {
      const guess =
        MIDDLE + REVEALED * tally(shown, issue, option) + guesses.score(preference.party, issue, option);
      return (average * Math.min(100, Math.max(0, guess))) / 100;
    }
    const isCrossed = redLines.some((sets) => sets[issue]?.includes(option) === false);
    if (isCrossed) return Number.NEGATIVE_INFINITY;
    return ((preference.weights[issue] ?? 0) * (preference.scores[issue]?.[option] ?? 0)) / 100;
  };
  const points = model.issues.map(({ id, options }) =>
    Float64Array.from(options, (option) => pointsOf(id, option)),
  );
  return sumsOf(spaceOf(setting), points);
}

/** Points of every contract. Neighbours differ in their last lines mostly: a sum goes on from where they part. */
function sumsOf({ digits, codes }: DealSpace, points: readonly Float64Array[]): Float64Array {
  const width = points.length;
  const sums = new Float64Array(width + 1);
  const values = new Float64Array(codes.length);
  for (let index = 0, row = 0; index < values.length; index += 1, row += width) {
    let at = 0;
    if (index > 0) while (at < width && digits[row + at] === digits[row - width + at]) at += 1;
    for (; at < width; at += 1) sums[at + 1] = (sums[at] ?? 0) + (points[at]?.[digits[row + at] ?? 0] ?? 0);
    values[index] = sums[width] ?? 0;
  }
  return values;
}

/** An option that the counterpart wrote into a counter-offer in place of another. */
interface Shown {
  readonly issue: IssueId;
  readonly wanted: OptionId;
  readonly unwanted: OptionId;
}

function shownBy({ turns }: Talks): readonly Shown[] {
  return turns.flatMap(({ offer, counter }) =>
    offer && counter
      ? Object.keys(counter).flatMap((issue) => {
          const wanted = counter[issue] ?? '';
          const unwanted = offer[issue] ?? '';
          return wanted === unwanted ? [] : [{ issue, wanted, unwanted }];
        })
      : [],
  );
}

function tally(shown: readonly Shown[], issue: IssueId, option: OptionId): number {
  const about = shown.filter((line) => line.issue === issue);
  const isWanted = about.some(({ wanted }) => wanted === option);
  const isUnwanted = about.some(({ unwanted }) => unwanted === option);
  return Number(isWanted) - Number(isUnwanted);
}
