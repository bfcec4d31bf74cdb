import { clampTrust, NEUTRAL_TRUST } from '../machine/index.ts';
import type { Scene } from '../scenario/index.ts';
import type { Frame } from '../session/index.ts';
import { presentVotes } from './contract-view.ts';
import { emblemOf, partyName, trendOf } from './party-view.ts';
import { parseProse } from './prose.ts';
import type { Presenting } from './run-history.ts';
import type { FeedbackView } from './view-model.ts';

export function presentFeedback(present: Presenting, scene: Scene): FeedbackView | undefined {
  const { texts, frame, footnotes } = present;
  const choiceId = frame.context.choiceId;
  if (choiceId === undefined) return undefined;
  const words = texts.scenes[scene.id]?.choices[choiceId];
  const table = presentTable(present, scene);
  return {
    choice: parseProse(words?.label ?? choiceId, footnotes),
    text: parseProse(words?.feedback ?? '', footnotes),
    changes: presentChanges(present),
    events: presentEntered(present),
    ...(table ? { table } : {}),
  };
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

function presentTable(present: Presenting, scene: Scene): FeedbackView['table'] {
  const { texts, frame } = present;
  const { table } = frame.context;
  if (!table || !frame.effects.some(({ type }) => type === 'table.judged')) return undefined;
  return {
    signed: table.signed,
    partner: texts.model.tracks[table.track] ?? table.track,
    draft: texts.model.drafts[table.draft]?.name ?? table.draft,
    votes: presentVotes(present, frameAtTable(present, scene), table.track, table.offer),
  };
}

/** The moment of the vote: what the choice itself did before the table sat, and nothing that came after. */
function frameAtTable({ frame, previous }: Presenting, scene: Scene): Frame {
  if (!previous) return frame;
  const trust: Record<string, number> = { ...previous.context.trust };
  const flags: Record<string, string | boolean> = { ...previous.context.flags };
  const choice = scene.choices.find(({ id }) => id === frame.context.choiceId);
  for (const effect of choice?.effects ?? []) {
    if ('table' in effect) break;
    if ('trust' in effect)
      trust[effect.trust] = clampTrust((trust[effect.trust] ?? NEUTRAL_TRUST) + effect.by);
    if ('set' in effect) Object.assign(flags, effect.set);
  }
  return { ...previous, context: { ...previous.context, trust, flags } };
}
