import type { Language, PartyId } from '../domain/index.ts';
import { type OptionSets, type Phase, type Preference, reservationValue } from '../model/index.ts';
import type { Scenario, ScenarioTexts } from '../scenario/index.ts';
import type {
  ModelCardView,
  ModelWeightsView,
  OddsView,
  RedLineView,
  ThresholdView,
} from './model-card-types.ts';
import { createFootnotes, parseProse } from './prose.ts';
import { textsOf } from './run-history.ts';

export interface ModelCardOptions {
  readonly language: Language;
  /** The run is over: now the numbers may be seen. */
  readonly isRunOver: boolean;
}

/** The card of the model, and its numbers when they may be seen. */
export function presentModelCard(
  scenario: Scenario,
  { language, isRunOver }: ModelCardOptions,
): ModelCardView {
  const texts = textsOf(scenario, language);
  const { card } = texts.model;
  const footnotes = createFootnotes();
  return {
    ...(card
      ? {
          words: {
            title: card.title,
            lead: parseProse(card.lead, footnotes),
            sections: card.sections.map(({ id, title, paragraphs }) => ({
              id,
              title,
              paragraphs: paragraphs.map((text) => parseProse(text, footnotes)),
            })),
          },
        }
      : {}),
    ...(isRunOver ? { weights: presentWeights(scenario, texts) } : {}),
  };
}

function presentWeights(scenario: Scenario, texts: ScenarioTexts): ModelWeightsView {
  const { model, parties } = scenario;
  const { preferences } = model;
  const face = (party: PartyId) => ({
    party,
    name: texts.parties.parties[party]?.name ?? party,
    emblem: parties.find(({ id }) => id === party)?.emblem ?? party,
  });
  return {
    parties: preferences.map(({ party, role }) => ({ ...face(party), role })),
    issues: model.issues.map(({ id, options }) => ({
      issue: id,
      name: texts.model.issues[id]?.name ?? id,
      weights: preferences.map(({ weights }) => weights[id] ?? 0),
      options: options.map((option) => ({
        option,
        name: texts.model.issues[id]?.options[option] ?? option,
        scores: preferences.map(({ scores }) => scores[id]?.[option] ?? 0),
      })),
    })),
    phases: model.phases.map((phase) => ({
      id: phase.id,
      title: texts.model.phases[phase.id] ?? phase.id,
      date: phase.date,
      thresholds: preferences.map((preference) => thresholdOf(scenario, preference, phase)),
      odds: {
        withoutSuit: oddsOf(phase.courtOdds.withoutSuit),
        withSuit: oddsOf(phase.courtOdds.withSuit),
      },
    })),
    redLines: preferences
      .map((preference) => ({
        ...face(preference.party),
        lines: redLinesOf(scenario, texts, preference),
      }))
      .filter(({ lines }) => lines.length > 0),
  };
}

/** With neutral trust and no goodwill: as the thresholds stand in the model. */
function thresholdOf({ model }: Scenario, { party, role }: Preference, { id, vetoes }: Phase): ThresholdView {
  if (role === 'ratifier' && !vetoes.includes(party)) return { kind: 'no-say' };
  const at = (hasOwnSuit: boolean) =>
    reservationValue(model, party, { phase: id, hasOwnSuit, trust: {}, goodwill: {} });
  if (role === 'self') return { kind: 'suit', withoutSuit: at(false), withSuit: at(true) };
  return { kind: 'points', points: at(false) };
}

const MEDIUM_FROM = 1 / 3;
const HIGH_FROM = 2 / 3;

function oddsOf(odds: number): OddsView {
  const level = odds >= HIGH_FROM ? 'high' : odds >= MEDIUM_FROM ? 'medium' : 'low';
  return { percent: odds * 100, level };
}

/** Lines of the party itself, then those that hold in some phases only: phases with the same line together. */
function redLinesOf(
  scenario: Scenario,
  texts: ScenarioTexts,
  preference: Preference,
): readonly RedLineView[] {
  const { model } = scenario;
  const lines = (sets: OptionSets, phases: readonly string[]): readonly RedLineView[] =>
    model.issues.flatMap(({ id }) => {
      const words = texts.model.issues[id];
      const allowed = sets[id];
      if (!allowed) return [];
      return [
        {
          issue: words?.name ?? id,
          options: allowed.map((option) => words?.options[option] ?? option),
          phases,
        },
      ];
    });
  const groups = new Map<string, { readonly sets: OptionSets; readonly phases: string[] }>();
  for (const { id, redLines } of model.phases) {
    const sets = redLines[preference.party];
    if (!sets) continue;
    const key = JSON.stringify(sets);
    const group = groups.get(key) ?? { sets, phases: [] };
    group.phases.push(texts.model.phases[id] ?? id);
    groups.set(key, group);
  }
  return [
    ...lines(preference.redLines, []),
    ...[...groups.values()].flatMap(({ sets, phases }) => lines(sets, phases)),
  ];
}
