import type { Language, Message } from '../domain/index.ts';
import { runTables } from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Frame } from '../session/index.ts';
import { presentContract } from './contract-view.ts';
import { presentEnding } from './ending-view.ts';
import { isFirstSight, presentFeedback } from './feedback-view.ts';
import { presentMasthead, presentPressure } from './masthead.ts';
import { factView, presentNotebook } from './notebook-view.ts';
import { presentParties, presentRelations, presentStamps } from './party-view.ts';
import { createFootnotes } from './prose.ts';
import { presentQuiz } from './quiz-view.ts';
import { lastFrame, type Presenting, type ReadingLevel, type RunHistory, textsOf } from './run-history.ts';
import { presentRunTable, tableStamps, withTableFace, withTableLine } from './run-table.ts';
import { currentScene, presentScene } from './scene-view.ts';
import type { Cue, PlayView } from './view-model.ts';

export interface PresentOptions {
  readonly language: Language;
  readonly tier: string;
  /** Standard where none is given. */
  readonly reading?: ReadingLevel;
}

/** Everything a view may know about the last frame of a run, in one language. Pure. */
export function present(scenario: Scenario, run: RunHistory, options: PresentOptions): PlayView {
  const frames = run.frames();
  const presenting: Presenting = {
    scenario,
    texts: textsOf(scenario, options.language, options.reading),
    language: options.language,
    tier: options.tier,
    run,
    frame: lastFrame(run),
    previous: frames.at(-2),
    footnotes: createFootnotes(),
  };
  const { frame } = presenting;
  const state = screenOf(frame);
  const scene = currentScene(presenting);
  const masthead = presentMasthead(presenting);
  // Footnotes belong to what is on screen: after a choice the story of the scene is not, unless it was not seen before.
  const isStoryShown =
    state === 'decide' || state === 'present' || (state === 'feedback' && scene && isFirstSight(scene));
  const sceneNotes = isStoryShown ? presenting : { ...presenting, footnotes: createFootnotes() };
  const sceneView = scene && presentScene(sceneNotes, scene);
  const feedback = state === 'feedback' && scene ? presentFeedback(presenting, scene) : undefined;
  const quiz = state === 'quiz' ? presentQuiz(presenting) : undefined;
  const table = state === 'table' ? presentRunTable(presenting) : undefined;
  const ending = state === 'ended' ? presentEnding(presenting) : undefined;
  return {
    language: options.language,
    state,
    masthead,
    parties: withTableFace(presenting, presentParties(presenting)),
    relations: withTableLine(presenting, presentRelations(presenting)),
    ...(sceneView ? { scene: sceneView } : {}),
    ...(feedback ? { feedback } : {}),
    ...(table ? { table } : {}),
    ...(quiz ? { quiz } : {}),
    contract: presentContract(presenting),
    ...(ending ? { ending } : {}),
    notebook: presentNotebook(presenting),
    footnotes: presenting.footnotes.cited().flatMap((id) => factView(scenario, presenting.texts, id) ?? []),
    stamps: [...presentStamps(presenting), ...tableStamps(presenting)],
    cues: cuesOf(presenting),
    announcement: announcementOf({
      masthead,
      ...(feedback ? { feedback } : {}),
      ...(sceneView ? { scene: sceneView } : {}),
      state,
    }),
    canUndo: run.decisions().length > 0,
    pressure: presentPressure(masthead),
  };
}

function screenOf({ story }: Frame): PlayView['state'] {
  switch (story) {
    case 'quiz.question':
    case 'quiz.explained':
      return 'quiz';
    default:
      return story;
  }
}

function cuesOf({ scenario, frame }: Presenting): readonly Cue[] {
  const tables = runTables(scenario);
  return frame.effects
    .flatMap((effect): readonly (Cue | undefined)[] => {
      switch (effect.type) {
        case 'choice.taken':
          return [tables.scenes.get(effect.scene)?.choices.get(effect.choice)?.cue ?? 'card'];
        case 'calendar.fired':
          return [tables.calendar.get(effect.event)?.cue];
        case 'table.opened':
          return ['page'];
        case 'table.turned':
          // The last answer has a sound of its own.
          return [effect.turn.reply === 'signed' || effect.turn.reply === 'refused' ? undefined : 'card'];
        case 'table.judged':
          return [effect.signed ? 'stamp' : 'buzz'];
        case 'quiz.answered':
          return [effect.isCorrect ? 'success' : 'failure'];
        case 'scene.opened':
          return ['page'];
        case 'run.ended':
          return [scenario.endings.find(({ id }) => id === effect.ending)?.cue];
        default:
          return [];
      }
    })
    .filter((cue) => cue !== undefined);
}

/** What changed beside the words that get the focus: for the live region. */
function announcementOf(
  view: Pick<PlayView, 'masthead' | 'feedback' | 'scene' | 'state'>,
): readonly Message[] {
  const { feedback, scene, masthead, state } = view;
  if (state === 'feedback' && feedback)
    return feedback.changes.map(({ name, trend }) => ({
      key: 'announce.trust',
      params: { party: name, trend },
    }));
  if (state !== 'decide' && state !== 'present') return [];
  const news =
    scene?.news.map(({ headline }): Message => ({ key: 'announce.news', params: { headline } })) ?? [];
  const { next } = masthead;
  return next
    ? [...news, { key: 'announce.deadline', params: { deadline: next.label, days: next.daysLeft } }]
    : news;
}
