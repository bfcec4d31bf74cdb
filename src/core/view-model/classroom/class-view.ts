import { type ClassRun, type Place, tallyOf, type Vote, voteAt } from '../../classroom/index.ts';
import type { ScenarioTexts } from '../../scenario/index.ts';
import { lessonPromptsFor } from '../lessons/lesson-prompts.ts';
import type { PlayView, Prose } from '../view-model.ts';
import type { ClassOptionView, ClassView, ClassVoteView } from './class-types.ts';

/** A place of the run at which a class can vote, and what it votes on. */
export interface Ballot {
  readonly place: Place;
  readonly options: readonly { readonly id: string; readonly label: Prose }[];
}

/**
 * What there is to vote on now, or what has just been voted on; `decisions` of the run so far. Undefined where
 * nothing is decided by one of several options.
 */
export function ballotOf(play: PlayView, decisions: number): Ballot | undefined {
  const { scene, quiz, state } = play;
  if (state === 'quiz' && quiz?.task.kind === 'choice')
    return {
      place: { kind: 'quiz', decision: decisions, scene: quiz.item },
      options: quiz.task.options.map(({ id, text }) => ({ id, label: text })),
    };
  if (!scene || (state !== 'decide' && state !== 'feedback')) return undefined;
  const decision = state === 'feedback' ? decisions - 1 : decisions;
  if (scene.choices.length === 0 || decision < 0) return undefined;
  return {
    place: { kind: 'choice', decision, scene: scene.id },
    options: scene.choices.map(({ id, label }) => ({ id, label })),
  };
}

export function presentClass(
  run: ClassRun,
  play: PlayView,
  { decisions, texts }: { readonly decisions: number; readonly texts: ScenarioTexts },
): ClassView {
  const ballot = ballotOf(play, decisions);
  const vote = ballot && voteAt(run, ballot.place);
  return {
    isPaused: run.isPaused,
    topic: topicOf(play),
    questions: play.scene && play.state !== 'quiz' ? lessonPromptsFor(texts, undefined, play.scene.id) : [],
    ...(ballot ? { vote: presentVote(ballot, vote) } : {}),
  };
}

function topicOf({ state, scene }: PlayView): ClassView['topic'] {
  if (state === 'table' || state === 'quiz') return state;
  return state === 'ended' || !scene ? 'ending' : scene.kind;
}

/** A vote as it is shown: without one nothing is counted yet. */
export function presentVote({ place, options }: Ballot, vote: Vote | undefined): ClassVoteView {
  const words = new Map(options.map(({ id, label }) => [id, label]));
  // What was voted on then: options may be fewer by now.
  const ids = vote?.choices ?? options.map(({ id }) => id);
  const shown = ids.map(
    (id): Omit<ClassOptionView, 'count' | 'percent' | 'isWinner'> => ({
      id,
      letter: letterOf(ids.indexOf(id)),
      label: words.get(id) ?? [{ kind: 'text', text: id }],
    }),
  );
  const counts = vote?.counts ?? {};
  const { total, winners, minority, shares } = tallyOf(counts);
  return {
    key: `${place.kind} ${place.decision} ${place.scene}`,
    options: shown.map((option) => ({
      ...option,
      count: counts[option.id] ?? 0,
      percent: Math.round((shares[option.id] ?? 0) * 100),
      isWinner: winners.includes(option.id),
    })),
    isCounted: vote?.counts !== undefined,
    total,
    isTie: winners.length > 1,
    ...(minority === undefined ? {} : { minority: letterOf(ids.indexOf(minority)) }),
  };
}

/** Of the cards in the hands of the class: A is the first. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
