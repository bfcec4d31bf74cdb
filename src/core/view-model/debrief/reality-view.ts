import { circumstancesAt } from '../../machine/index.ts';
import { type Circumstances, judge, type Offer, phaseOf, type Vote } from '../../model/index.ts';
import type { Ending, Later, ScenarioTexts } from '../../scenario/index.ts';
import { aftermathView, factView } from '../notebook-view.ts';
import { partyName } from '../party-view.ts';
import { createFootnotes, parseProse } from '../prose.ts';
import type { Presenting } from '../run-history.ts';
import type {
  LaterAnswerView,
  LaterDealView,
  LaterLineView,
  LaterView,
  RealityView,
} from './reality-types.ts';

/** What really happened. The chapter counts its notes by itself. */
export function presentReality(given: Presenting, ending: Ending): RealityView {
  const present = { ...given, footnotes: createFootnotes() };
  const { scenario, texts, footnotes } = present;
  const reality = parseProse(texts.endings.endings[ending.id]?.reality ?? '', footnotes);
  const aftermath = aftermathView(present);
  const later = presentLater(present);
  return {
    reality,
    aftermath,
    ...(later ? { later } : {}),
    footnotes: footnotes.cited().flatMap((id) => factView(scenario, texts, id) ?? []),
  };
}

type LaterWords = NonNullable<ScenarioTexts['later']>;

function presentLater(present: Presenting): LaterView | undefined {
  const { scenario, texts, footnotes } = present;
  const { later } = scenario;
  const words = texts.later;
  if (!later || !words) return undefined;
  const comparisons = later.comparisons.flatMap(({ id }) => {
    const text = words.comparisons[id];
    if (!text) return [];
    const { topic, then, now } = text;
    return [{ id, topic, then: parseProse(then, footnotes), now: parseProse(now, footnotes) }];
  });
  const deal = presentDeal(present, later, words);
  if (!deal) return undefined;
  return { title: words.title, then: words.then, now: words.now, comparisons, deal };
}

function presentDeal(present: Presenting, later: Later, words: LaterWords): LaterDealView | undefined {
  const { scenario, texts, footnotes, frame } = present;
  const { model } = scenario;
  const reference = model.references.find(({ id }) => id === later.reference);
  if (!reference) return undefined;
  const { track, offer } = reference;
  const end = circumstancesAt(scenario, frame);
  const moments = [
    ...later.moments.map(({ phase, hasOwnSuit }) => ({
      id: phase,
      name: texts.model.phases[phase] ?? phase,
      date: phaseOf(model, phase).date,
      isEndOfRun: false,
      votes: judge(model, track, offer, neutral(phase, hasOwnSuit)),
    })),
    {
      id: 'end',
      name: texts.model.phases[end.phase] ?? end.phase,
      date: frame.context.date,
      isEndOfRun: true,
      votes: judge(model, track, offer, end),
    },
  ];
  return {
    title: words.deal,
    name: texts.model.references[reference.id] ?? reference.id,
    moments: moments.map(({ votes, ...moment }) => ({
      ...moment,
      isAgreed: votes.every(({ yes }) => yes),
    })),
    votes: (moments[0]?.votes ?? []).map(({ party }) => ({
      party,
      name: partyName(present, party),
      answers: moments.flatMap(({ votes }) => {
        const vote = votes.find((candidate) => candidate.party === party);
        return vote ? [answerOf(vote)] : [];
      }),
    })),
    ...presentLines(present, later, offer),
    notes: later.notes.flatMap(({ id }) => {
      const text = words.notes[id];
      return text === undefined ? [] : [{ id, text: parseProse(text, footnotes) }];
    }),
  };
}

/** Nobody has earned or lost trust: how the run went does not count. */
function neutral(phase: string, hasOwnSuit: boolean): Circumstances {
  return { phase, hasOwnSuit, trust: {}, goodwill: {} };
}

function answerOf({ yes, hasSay, redLines, utility, reservation }: Vote): LaterAnswerView {
  const no = redLines.length > 0 ? 'line' : 'no';
  return { answer: !hasSay ? 'notAsked' : yes ? 'yes' : no, points: utility, needed: reservation };
}

function presentLines(
  { scenario, texts, frame }: Presenting,
  later: Later,
  offer: Offer,
): Pick<LaterDealView, 'beside' | 'lines'> {
  const { model } = scenario;
  const own = frame.context.agreement?.offer;
  const beside: readonly {
    readonly id: string;
    readonly name: string;
    readonly isOwn: boolean;
    readonly offer: Offer;
  }[] = [
    ...(own ? [{ id: 'own', name: '', isOwn: true, offer: own }] : []),
    ...later.beside.flatMap((id) => {
      const reference = model.references.find((candidate) => candidate.id === id);
      if (!reference) return [];
      return [{ id, name: texts.model.references[id] ?? id, isOwn: false, offer: reference.offer }];
    }),
  ];
  const lines = model.issues.map(({ id: issue }): LaterLineView => {
    const words = texts.model.issues[issue];
    const wordsOf = (from: Offer) => words?.options[from[issue] ?? ''] ?? from[issue] ?? '';
    return {
      issue,
      name: words?.name ?? issue,
      value: wordsOf(offer),
      others: beside.map((other) => ({
        value: wordsOf(other.offer),
        isSame: other.offer[issue] === offer[issue],
      })),
    };
  });
  return { beside: beside.map(({ offer: _, ...name }) => name), lines };
}
