import type { Scene } from '../scenario/index.ts';
import { emblemOf, partyName, trendOf } from './party-view.ts';
import { parseProse } from './prose.ts';
import type { Presenting } from './run-history.ts';
import { presentClosedLights } from './run-table.ts';
import type { FeedbackView } from './view-model.ts';

export function presentFeedback(present: Presenting, scene: Scene): FeedbackView | undefined {
  const { texts, frame, footnotes } = present;
  const choiceId = frame.context.choiceId;
  if (choiceId === undefined) return undefined;
  const words = texts.scenes[scene.id]?.choices[choiceId];
  const table = presentTable(present);
  return {
    isFirstSight: isFirstSight(scene),
    choice: parseProse(words?.label ?? choiceId, footnotes),
    text: parseProse(words?.feedback ?? '', footnotes),
    changes: presentChanges(present),
    events: presentEntered(present),
    ...(table ? { table } : {}),
  };
}

/** The goal is chosen on the way into the run: the page before it asks only its question. */
export function isFirstSight({ kind }: Scene): boolean {
  return kind === 'goal';
}

function presentChanges(present: Presenting): FeedbackView['changes'] {
  const { scenario, frame } = present;
  const sums: Record<string, number> = {};
  for (const effect of frame.effects) {
    if (effect.type === 'trust.changed') sums[effect.party] = (sums[effect.party] ?? 0) + effect.by;
  }
  return scenario.parties
    .filter(({ id, visible }) => visible && (sums[id] ?? 0) !== 0)
    .map(({ id }) => ({
      party: id,
      name: partyName(present, id),
      emblem: emblemOf(present, id),
      trend: trendOf(sums[id] ?? 0),
    }));
}

/** Words for regions that entered a state which has a name; unnamed states are inner workings. */
function presentEntered({ texts, frame }: Presenting): FeedbackView['events'] {
  return frame.effects.flatMap((effect) => {
    if (effect.type !== 'state.entered') return [];
    const region = texts.tracks[effect.region];
    const state = region?.states[effect.state];
    return region === undefined || state === undefined ? [] : [{ name: region.name, state }];
  });
}

function presentTable(present: Presenting): FeedbackView['table'] {
  const { texts, frame } = present;
  const { table } = frame.context;
  if (!table || !frame.effects.some(({ type }) => type === 'table.judged')) return undefined;
  const { signed, left, track, rounds } = table;
  const partner = texts.model.tracks[track] ?? track;
  return { signed, left, partner, rounds, lights: presentClosedLights(present, table) };
}
