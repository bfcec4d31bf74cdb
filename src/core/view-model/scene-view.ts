import { gateHolds, runTables } from '../machine/index.ts';
import type { Choice, Scene } from '../scenario/index.ts';
import { emblemOf, partyName, trendOf } from './party-view.ts';
import { parseProse } from './prose.ts';
import type { Presenting } from './run-history.ts';
import type { ChoiceView, HintView, Mood, NewsView, SceneView, SpeakerView } from './view-model.ts';

export function currentScene({ scenario, frame }: Presenting): Scene | undefined {
  return runTables(scenario).scenes.get(frame.context.sceneId ?? '')?.scene;
}

export function presentScene(present: Presenting, scene: Scene): SceneView {
  const { scenario, texts, frame, footnotes } = present;
  const words = texts.scenes[scene.id];
  const prose = (text: string) => parseProse(text, footnotes);
  const speaker = presentSpeaker(present, scene.speaker, scene.mood);
  // Footnotes count in reading order: story, speech, answers, then the news and views beside them.
  return {
    id: scene.id,
    kind: scene.kind,
    title: words?.title ?? scene.id,
    body: prose(words?.body ?? ''),
    ...(words?.speech === undefined ? {} : { speech: prose(words.speech) }),
    ...(words?.question === undefined ? {} : { question: words.question }),
    ...(speaker ? { speaker } : {}),
    choices: scene.choices
      .filter(({ when }) => gateHolds(scenario, frame, when))
      .map((choice) => presentChoice(present, scene, choice)),
    news: presentNews(present),
    perspectives: scene.perspectives.map(({ id }) => {
      const side = words?.perspectives[id];
      return { id, who: side?.who ?? id, view: prose(side?.view ?? '') };
    }),
    terms: scene.terms,
  };
}

export function presentSpeaker(
  { scenario, texts }: Presenting,
  id: string | undefined,
  mood: Mood,
): SpeakerView | undefined {
  const member = scenario.cast.find((candidate) => candidate.id === id);
  if (!member) return undefined;
  const words = texts.parties.cast[member.id];
  const party = scenario.parties.find((candidate) => candidate.id === member.party);
  return {
    id: member.id,
    name: words?.name ?? member.id,
    role: words?.role ?? '',
    figure: member.figure,
    mood,
    ...(party ? { party: party.id, color: party.color } : {}),
  };
}

/** Dated news that fell since the last screen; minor news stay in the log. */
function presentNews({ scenario, texts, frame, footnotes }: Presenting): readonly NewsView[] {
  return frame.effects.flatMap((effect): NewsView[] => {
    if (effect.type !== 'calendar.fired') return [];
    const event = runTables(scenario).calendar.get(effect.event);
    const words = texts.calendar[effect.event];
    if (!event || !words || event.minor) return [];
    return [
      {
        id: event.id,
        date: event.date,
        headline: words.headline,
        news: parseProse(newsText(words, effect.chance), footnotes),
        ...(event.cue === undefined ? {} : { cue: event.cue }),
      },
    ];
  });
}

/** The words of an event, as chance fell. An event has at most one chance. */
export function newsText(
  words: { readonly news: string; readonly yes?: string | undefined; readonly no?: string | undefined },
  chance: Readonly<Record<string, boolean>> | undefined,
): string {
  const fell = Object.values(chance ?? {})[0];
  return (fell === undefined ? undefined : fell ? words.yes : words.no) ?? words.news;
}

function presentChoice(present: Presenting, scene: Scene, choice: Choice): ChoiceView {
  const { texts, footnotes } = present;
  const words = texts.scenes[scene.id]?.choices[choice.id];
  const table = choice.effects.find((effect) => 'table' in effect);
  const draft = table ? texts.model.drafts[table.table.draft] : undefined;
  return {
    id: choice.id,
    label: parseProse(words?.label ?? choice.id, footnotes),
    hints: presentHints(present, choice),
    ...(draft ? { draft } : {}),
  };
}

/** Only who has been asked shows which way a choice will move them. */
function presentHints(present: Presenting, choice: Choice): readonly HintView[] {
  const { scenario, frame } = present;
  const changes: Record<string, number> = {};
  for (const effect of choice.effects) {
    if ('trust' in effect) changes[effect.trust] = (changes[effect.trust] ?? 0) + effect.by;
  }
  return scenario.parties
    .filter(({ id, visible }) => visible && changes[id] !== undefined && (frame.context.info[id] ?? 0) >= 1)
    .map(({ id }) => ({
      party: id,
      emblem: emblemOf(present, id),
      name: partyName(present, id),
      trend: trendOf(changes[id] ?? 0),
    }));
}
