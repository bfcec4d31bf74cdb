import type { IsoDate, IssueId, PartyId, PhaseId, TrackId } from '../domain/index.ts';
import type {
  Circumstances,
  NegotiationModel,
  Offer,
  OptionSets,
  Phase,
  Preference,
  Vote,
} from './negotiation-model.ts';
import { meets, offerUtility, preferenceOf, trackOf, weightedScore } from './offer.ts';

const NEUTRAL_TRUST = 50;
/** Lines that a refusal names, of all that it costs the party something to give. */
export const MAX_REASONS = 3;
/** Sums of decimals differ in the last digits; a tie is a yes. */
export const ROUNDING = 1e-9;

/** The phase whose thresholds hold on a date; dates before the first phase belong to the first. */
export function phaseAt(model: NegotiationModel, date: IsoDate): Phase {
  let found = model.phases[0];
  for (const phase of model.phases) if (phase.date <= date) found = phase;
  if (!found) throw new Error('a model has at least one phase');
  return found;
}

/**
 * Points 0..100 from which a party accepts: its plan B (BATNA, Fisher and Ury 1981).
 * A self party's plan B is the court: odds · keep + (1 − odds) · ban, less the cost of an own suit.
 * Trust and goodwill move the threshold (`negotiation.md` 2.4, teaching assumption).
 */
export function reservationValue(
  model: NegotiationModel,
  party: PartyId,
  circumstances: Circumstances,
): number {
  const preference = preferenceOf(model, party);
  const phase = phaseOf(model, circumstances.phase);
  const trust = circumstances.trust[party] ?? NEUTRAL_TRUST;
  const planB =
    preference.role === 'self'
      ? courtValue(model, party, phase, circumstances.hasOwnSuit)
      : (phase.reservation[party] ?? 0);
  return planB - preference.trustShift * (trust - NEUTRAL_TRUST) - (circumstances.goodwill[party] ?? 0);
}

/** The votes of all who could have a say on this track, in the order of the model. */
export function judge(
  model: NegotiationModel,
  track: TrackId,
  offer: Offer,
  circumstances: Circumstances,
): readonly Vote[] {
  const { buyer } = trackOf(model, track);
  return model.preferences
    .filter(({ role, party }) => role !== 'buyer' || party === buyer)
    .map((preference) => vote(model, preference, offer, circumstances));
}

/** The table itself: the buyer, if there is one, and both wings of the own side say yes. */
export function isSigned(
  model: NegotiationModel,
  track: TrackId,
  offer: Offer,
  circumstances: Circumstances,
): boolean {
  return model.preferences.every(
    ({ role, party }) => role === 'ratifier' || accepts(model, party, track, offer, circumstances),
  );
}

/** Would this party accept the offer now? True for a party that has no say. */
export function accepts(
  model: NegotiationModel,
  party: PartyId,
  track: TrackId,
  offer: Offer,
  circumstances: Circumstances,
): boolean {
  const preference = preferenceOf(model, party);
  if (preference.role === 'buyer' && trackOf(model, track).buyer !== party) return true;
  return verdictOf(model, preference, offer, circumstances).yes;
}

/** Red lines of a party in a phase: its own and those of the phase together. */
export function redLineSets(preference: Preference, phase: Phase): readonly OptionSets[] {
  const now = phase.redLines[preference.party];
  return now ? [preference.redLines, now] : [preference.redLines];
}

/** Throws on an unknown phase: a checked scenario has none. */
export function phaseOf(model: NegotiationModel, id: PhaseId): Phase {
  const found = model.phases.find((phase) => phase.id === id);
  if (!found) throw new Error(`the model knows no phase "${id}"`);
  return found;
}

/** What it costs at home to do without the licence: a share of what the ratifier misses. */
function homeCost(
  model: NegotiationModel,
  preference: Preference,
  offer: Offer,
  circumstances: Circumstances,
): number {
  const { licence } = model;
  if (!licence || licence.homeCost.party !== preference.party || !meets(offer, licence.unless)) return 0;
  if (!phaseOf(model, circumstances.phase).vetoes.includes(licence.party)) return 0;
  const missing =
    reservationValue(model, licence.party, circumstances) - offerUtility(model, licence.party, offer);
  return licence.homeCost.share * Math.max(0, missing);
}

function vote(
  model: NegotiationModel,
  preference: Preference,
  offer: Offer,
  circumstances: Circumstances,
): Vote {
  const { party, role } = preference;
  const verdict = verdictOf(model, preference, offer, circumstances);
  return { party, role, ...verdict, reasons: lossesOf(model, preference, offer) };
}

/** A vote without its reasons: they are for who reads it, and cost most of the time. */
function verdictOf(
  model: NegotiationModel,
  preference: Preference,
  offer: Offer,
  circumstances: Circumstances,
): Omit<Vote, 'party' | 'role' | 'reasons'> {
  const { party } = preference;
  const phase = phaseOf(model, circumstances.phase);
  const utility = offerUtility(model, party, offer) - homeCost(model, preference, offer, circumstances);
  const reservation = reservationValue(model, party, circumstances);
  const shortBy = utility >= reservation - ROUNDING ? 0 : reservation - utility;
  const redLines = crossedLines(preference, phase, offer);
  const hasSay = preference.role !== 'ratifier' || needsYes(model, party, phase, offer);
  const yes = !hasSay || (shortBy === 0 && redLines.length === 0);
  return { yes, utility, reservation, shortBy, redLines, hasSay };
}

function courtValue(model: NegotiationModel, party: PartyId, phase: Phase, hasOwnSuit: boolean): number {
  const court = model.court[party];
  if (!court) return 0;
  const odds = hasOwnSuit ? phase.courtOdds.withSuit : phase.courtOdds.withoutSuit;
  return odds * court.keep + (1 - odds) * court.ban - (hasOwnSuit ? court.cost : 0);
}

function needsYes(model: NegotiationModel, party: PartyId, phase: Phase, offer: Offer): boolean {
  const { licence } = model;
  return phase.vetoes.includes(party) && !(licence?.party === party && meets(offer, licence.unless));
}

function crossedLines(preference: Preference, phase: Phase, offer: Offer): readonly IssueId[] {
  const crossed = redLineSets(preference, phase).flatMap((sets) =>
    Object.keys(sets).filter((issue) => !sets[issue]?.includes(offer[issue] ?? '')),
  );
  return [...new Set(crossed)];
}

/** The lines on which the party is farthest from its wish, in points of the whole offer. */
function lossesOf(model: NegotiationModel, preference: Preference, offer: Offer): Vote['reasons'] {
  return model.issues
    .map(({ id, options }) => {
      const best = Math.max(...options.map((option) => weightedScore(preference, id, option)));
      return { issue: id, loss: (best - weightedScore(preference, id, offer[id])) / 100 };
    })
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss);
}
