import { isResponseTo } from '../quiz/index.ts';
import type { Choice, Gate, QuizItem, Scene } from '../scenario/index.ts';
import type { AgendaEntry } from './agenda.ts';
import { type GateView, holds } from './gate-check.ts';
import { markFired, type Outcome, performEffects } from './perform.ts';
import type { Intent, RunContext } from './run.ts';
import type { RunTables } from './run-tables.ts';

// What the story region does. The statechart and the kernel both ask here; neither knows more.

/** What the rules of the story read beside what gates read. */
export interface StoryView extends GateView {
  readonly tables: RunTables;
}

/** Where the next entry of the agenda leads; undefined when nothing can come (a dead end). */
export type AgendaTurn = 'pass' | 'present' | 'decide' | 'ended';

/** Undefined when the agenda is through. */
function nextEntry(view: StoryView): AgendaEntry | undefined {
  return view.tables.agenda[view.state.context.position];
}

/** The gate of an entry is read on its own day, before anything of it has happened. */
function holdsOnItsDay(when: Gate | undefined, view: StoryView, entry: AgendaEntry): boolean {
  return when === undefined || holds(when, { ...view, date: entry.date });
}

/** Undefined in a dead end: no entry is left, or no ending holds at the finale. */
export function agendaTurn(view: StoryView): AgendaTurn | undefined {
  const entry = nextEntry(view);
  if (!entry) return undefined;
  switch (entry.kind) {
    case 'calendar':
      return 'pass';
    case 'scene':
      if (!holdsOnItsDay(entry.scene.when, view, entry)) return 'pass';
      return entry.scene.choices.length > 0 ? 'decide' : 'present';
    case 'finale':
      if (!view.state.context.fired.includes(view.scenario.manifest.finale)) return 'pass';
      return finaleEnding(view) === undefined ? undefined : 'ended';
  }
}

function finaleEnding(view: StoryView): string | undefined {
  return view.scenario.endings.find(({ direct, when }) => !direct && holds(when, view))?.id;
}

/** Goes on by one entry. Only to be called when `agendaTurn` says that there is one. */
export function takeAgendaEntry(view: StoryView, turn: AgendaTurn): Outcome {
  const entry = nextEntry(view);
  const closed = closeScene(view.state.context);
  if (!entry) return { context: closed, raised: [] };
  const context: RunContext = { ...closed, position: closed.position + 1, date: entry.date };
  switch (entry.kind) {
    case 'scene':
      return { context: turn === 'pass' ? context : { ...context, sceneId: entry.scene.id }, raised: [] };
    case 'finale': {
      const endingId = turn === 'ended' ? finaleEnding(view) : undefined;
      return { context: endingId === undefined ? context : { ...context, endingId }, raised: [] };
    }
    case 'calendar': {
      const { event } = entry;
      if (!holdsOnItsDay(event.when, view, entry)) return { context, raised: [] };
      const chance = event.chance ? view.chance : undefined;
      const state = { ...view.state, context: markFired(context, event.id) };
      const outcome = performEffects(event.effects, { ...view, state });
      return {
        context: outcome.context,
        raised: [{ type: event.id, ...(chance === undefined ? {} : { chance }) }, ...outcome.raised],
      };
    }
  }
}

function closeScene(context: RunContext): RunContext {
  if (context.sceneId === undefined) return context;
  const { sceneId: _scene, choiceId: _choice, ...rest } = context;
  return rest;
}

/** The open scene; undefined between two entries of the agenda. */
export function currentScene(view: StoryView): Scene | undefined {
  return view.tables.scenes.get(view.state.context.sceneId ?? '')?.scene;
}

/** The choice that an intent names, if it can be taken now. */
export function findChoice(
  view: StoryView,
  intent: Intent & { readonly type: 'choice.take' },
): Choice | undefined {
  if (intent.scene !== view.state.context.sceneId) return undefined;
  const choice = view.tables.scenes.get(intent.scene)?.choices.get(intent.choice);
  return choice && holds(choice.when, view) ? choice : undefined;
}

/** Performs the effects of a choice. Only for one that `findChoice` has given. */
export function takeChoice(view: StoryView, choice: Choice): Outcome {
  const context = { ...view.state.context, choiceId: choice.id };
  return performEffects(choice.effects, { ...view, state: { ...view.state, context } });
}

/** Where `scene.continue` leads from a story beat or a feedback screen. */
export function continueTurn(view: StoryView): 'ended' | 'quiz.question' | 'advance' {
  if (view.state.context.endingId !== undefined) return 'ended';
  return currentQuiz(view) ? 'quiz.question' : 'advance';
}

/** The quiz item of the open scene, if it has one. */
export function currentQuiz(view: StoryView): QuizItem | undefined {
  return view.tables.quiz.get(currentScene(view)?.quiz ?? '');
}

/** True when the answer is one to the open item, right or wrong. */
export function isQuizAnswer(view: StoryView, intent: Intent & { readonly type: 'quiz.answer' }): boolean {
  const item = currentQuiz(view);
  return item?.id === intent.item && isResponseTo(item, intent.response);
}

/** Keeps the answer; right and wrong are not told apart here. */
export function recordAnswer(
  context: RunContext,
  intent: Intent & { readonly type: 'quiz.answer' },
): RunContext {
  const { item, response, confidence } = intent;
  return { ...context, quizAnswers: { ...context.quizAnswers, [item]: { response, confidence } } };
}
