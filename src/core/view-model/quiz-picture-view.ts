import type { Offer } from '../model/index.ts';
import type { QuizItem, Scenario, ScenarioTexts } from '../scenario/index.ts';
import type { QuizPictureView } from './quiz-types.ts';

/** What is drawn beside the question: what the item asks for, else the contract that is judged. */
export function presentPicture(
  scenario: Scenario,
  texts: ScenarioTexts,
  item: QuizItem,
): QuizPictureView | undefined {
  const { picture } = item;
  if (picture && 'timeline' in picture) {
    const events = scenario.calendar.filter(({ id }) => picture.timeline.includes(id));
    return {
      kind: 'timeline',
      events: events.map(({ id, date }) => ({ id, date, headline: texts.calendar[id]?.headline ?? id })),
    };
  }
  if (picture && 'map' in picture) {
    const parties = scenario.parties.filter(({ id }) => picture.map.includes(id));
    return {
      kind: 'map',
      parties: parties.map(({ id, city = '', emblem, color }) => {
        const { name = id, role = '' } = texts.parties.parties[id] ?? {};
        return { id, name, role, city, emblem, color };
      }),
    };
  }
  if (item.type === 'veto') {
    const { track, phase, tier, hasOwnSuit, offer } = item.contract;
    const seen = scenario.model.tiers.find(({ id }) => id === tier)?.issues;
    return {
      kind: 'contract',
      partner: texts.model.tracks[track] ?? track,
      phase: texts.model.phases[phase] ?? phase,
      hasOwnSuit,
      lines: linesOf(scenario, texts, offer).filter(({ issue }) => seen?.includes(issue) ?? true),
    };
  }
  if (!picture) return undefined;
  const { track, offer } = picture.contract;
  return {
    kind: 'contract',
    partner: texts.model.tracks[track] ?? track,
    lines: linesOf(scenario, texts, offer),
  };
}

function linesOf(scenario: Scenario, texts: ScenarioTexts, offer: Offer) {
  return scenario.model.issues.flatMap(({ id }) => {
    const option = offer[id];
    const words = texts.model.issues[id];
    return option === undefined
      ? []
      : [{ issue: id, name: words?.name ?? id, value: words?.options[option] ?? option }];
  });
}
