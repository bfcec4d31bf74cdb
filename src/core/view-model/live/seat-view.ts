import type { RoomCommand, SeatCommand, SeatParts } from '../../classroom/index.ts';
import type { Language } from '../../domain/index.ts';
import { isRight, type QuizAnswer, type QuizResponse } from '../../quiz/index.ts';
import type { QuizItem, Scenario, ScenarioTexts } from '../../scenario/index.ts';
import { letterOf } from '../classroom/class-view.ts';
import { factView } from '../notebook-view.ts';
import { createFootnotes, type Footnotes } from '../prose.ts';
import { presentQuizItem } from '../quiz-item-view.ts';
import type { QuizItemView } from '../quiz-types.ts';
import { textsOf } from '../run-history.ts';
import type { PlayView } from '../view-model.ts';
import type {
  LiveConnection,
  LiveQuizView,
  LiveRoundView,
  LiveSeatView,
  LiveShareView,
  LiveStage,
  LiveTeamView,
  LiveVoteView,
} from './live-types.ts';
import { presentChoiceOfChairs, presentRole } from './role-view.ts';

/** What else the page shows. */
export interface LiveShown {
  readonly scenario: Scenario;
  readonly language: Language;
  /** The run of the room, as far as it has come here. */
  readonly play: PlayView | undefined;
}

interface SeatKnown {
  readonly connection: LiveConnection;
  readonly parts: Partial<SeatParts>;
  /** Asked for, and not confirmed by the room yet: shown as if it were. */
  readonly waiting: readonly RoomCommand[];
}

export function presentSeat(known: SeatKnown, shown: LiveShown): LiveSeatView {
  const { parts } = known;
  const stage = stageOf(known, shown);
  const vote = stage === 'story' ? presentVote(known, shown) : undefined;
  const quiz = stage === 'quiz' ? presentQuiz(known, shown) : undefined;
  const round = stage === 'round' ? presentRound(known, shown) : undefined;
  const { play, scenario, language } = shown;
  const told = { scenario, texts: textsOf(scenario, language) };
  const { role, chairs } = stage === 'roles' ? parts : {};
  return {
    stage,
    // The same scene with its result is nothing new: what is read there stays in focus.
    step: [stage, parts.room?.activity, play?.scene?.id, play?.state, round?.form, role?.sheet.party].join(
      ' ',
    ),
    ...(vote ? { vote } : {}),
    ...(quiz ? { quiz } : {}),
    ...(stage === 'table' && play?.table ? { table: play.table } : {}),
    ...(parts.teams ? { teams: parts.teams } : {}),
    ...(parts.team ? { team: presentTeam(parts.team, play) } : {}),
    ...(round ? { round } : {}),
    ...(role ? { role: presentRole(told, language, role) } : {}),
    ...(chairs ? { chairs: presentChoiceOfChairs(told, chairs) } : {}),
  };
}

function stageOf({ connection, parts }: SeatKnown, { play }: LiveShown): LiveStage {
  const { room } = parts;
  if (connection === 'closed') return 'closed';
  if (!room) return 'waiting';
  if (room.isPaused) return 'paused';
  switch (room.activity) {
    case 'vote':
      return storyStage(parts, play);
    case 'teams':
      if (parts.team) return play ? teamStage(parts.team, play) : 'waiting';
      return parts.teams && parts.teams.length > 0 ? 'team-choice' : 'waiting';
    case 'round':
      return parts.round ? 'round' : 'waiting';
    case 'roles':
    case 'debrief':
      return room.activity;
    default:
      return 'waiting';
  }
}

function storyStage({ quiz }: Partial<SeatParts>, play: PlayView | undefined): LiveStage {
  if (!play) return 'waiting';
  switch (play.state) {
    case 'quiz':
      return quiz ? 'quiz' : 'waiting';
    case 'table':
      return 'table';
    case 'ended':
      return 'ending';
    default:
      return 'story';
  }
}

/** Steps at a table and answers are for one alone: the others read along. */
function teamStage({ members }: NonNullable<SeatParts['team']>, { state, quiz }: PlayView): LiveStage {
  if (members.some(({ isSelf, isSpeaker }) => isSelf && isSpeaker)) return 'run';
  if (state === 'table') return 'table';
  return state === 'quiz' && quiz?.state === 'question' ? 'team-quiz' : 'run';
}

function presentVote({ parts, waiting }: SeatKnown, { play }: LiveShown): LiveVoteView | undefined {
  const { vote } = parts;
  if (!vote) return undefined;
  const { place, choices, isRevealed, counts = {}, reasons = [] } = vote;
  const own = latest(waiting, 'vote.cast', place) ?? vote.own;
  const labels = new Map(play?.scene?.choices.map(({ id, label }) => [id, label]));
  const total = choices.reduce((sum, id) => sum + (counts[id] ?? 0), 0);
  return {
    place,
    options: choices.map((id, index) => ({
      id,
      letter: letterOf(index),
      label: labels.get(id) ?? [{ kind: 'text', text: id }],
      isOwn: own?.choice === id,
      count: counts[id] ?? 0,
      percent: percentOf(counts[id], total),
    })),
    ...(own
      ? { own: { choice: own.choice, ...(own.reason === undefined ? {} : { reason: own.reason }) } }
      : {}),
    isRevealed,
    total,
    reasons: reasons.map(({ choice, ...reason }) => ({
      letter: letterOf(choices.indexOf(choice)),
      ...reason,
    })),
  };
}

function presentQuiz({ parts, waiting }: SeatKnown, shown: LiveShown): LiveQuizView | undefined {
  const item = shown.scenario.quiz.find(({ id }) => id === parts.quiz?.place.scene);
  if (!parts.quiz || !item) return undefined;
  const { place, isRevealed, counts = {} } = parts.quiz;
  const own = latest(waiting, 'quiz.cast', place) ?? parts.quiz.own;
  const presenting = itemsWith(shown);
  const quiz = presenting.viewOf(item, isRevealed, own);
  return {
    place,
    quiz,
    isAnswered: own !== undefined,
    isRevealed,
    shares: isRevealed ? sharesOf(item, quiz, counts, own?.response) : [],
    footnotes: isRevealed ? presenting.notes() : [],
  };
}

/** Options one by one; of answers in parts only whether they are right: nobody could read them all. */
function sharesOf(
  item: QuizItem,
  { task }: QuizItemView,
  counts: Readonly<Record<string, number>>,
  own: QuizResponse | undefined,
): readonly LiveShareView[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const share = (count: number) => ({ count, percent: percentOf(count, total) });
  if (task.kind === 'choice')
    return task.options.map(({ id, text }, index) => ({
      letter: letterOf(index),
      label: text,
      isRight: isRight(item, id),
      isOwn: own === id,
      ...share(counts[JSON.stringify(id)] ?? 0),
    }));
  return [true, false].map((right) => ({
    isRight: right,
    isOwn: own !== undefined && isRight(item, own) === right,
    ...share(
      Object.entries(counts)
        .filter(([answer]) => isRight(item, JSON.parse(answer)) === right)
        .reduce((sum, [, count]) => sum + count, 0),
    ),
  }));
}

function presentTeam(
  { team, members }: NonNullable<SeatParts['team']>,
  play: PlayView | undefined,
): LiveTeamView {
  const speaker = members.find(({ isSpeaker }) => isSpeaker);
  return {
    team,
    isSpeaker: speaker?.isSelf === true,
    ...(speaker ? { speaker: speaker.name } : {}),
    members: members.map(({ pick, ...member }) => {
      const number = (play?.scene?.choices.findIndex(({ id }) => id === pick) ?? -1) + 1;
      return { ...member, ...(number > 0 ? { pick: number } : {}) };
    }),
  };
}

function presentRound({ parts, waiting }: SeatKnown, shown: LiveShown): LiveRoundView | undefined {
  const { round } = parts;
  if (!round) return undefined;
  const { form, isOpen, items } = round;
  const pending = waiting.flatMap((command) =>
    command.type === 'round.answer' && command.form === form ? [[command.item, command] as const] : [],
  );
  const answers: Readonly<Record<string, QuizAnswer>> = { ...round.answers, ...Object.fromEntries(pending) };
  const presenting = itemsWith(shown);
  // Explained only when no other test follows.
  const isExplained = !isOpen && form === 'post';
  return {
    form,
    isOpen,
    items: items.flatMap((id) => {
      const item = shown.scenario.quiz.find((each) => each.id === id);
      return item ? [presenting.viewOf(item, isExplained, answers[id])] : [];
    }),
    answered: items.filter((id) => answers[id] !== undefined),
    footnotes: isExplained ? presenting.notes() : [],
  };
}

/** Questions of one page: their notes are numbered together. */
function itemsWith({ scenario, language }: LiveShown) {
  const texts: ScenarioTexts = textsOf(scenario, language);
  const footnotes: Footnotes = createFootnotes();
  return {
    // As in every run: two who sit side by side see the same question.
    viewOf: (item: QuizItem, isExplained: boolean, answer: QuizAnswer | undefined) =>
      presentQuizItem(item, { scenario, texts, footnotes, seed: 'run', isExplained, answer }),
    notes: () => footnotes.cited().flatMap((id) => factView(scenario, texts, id) ?? []),
  };
}

type Cast = Extract<SeatCommand, { readonly type: 'vote.cast' | 'quiz.cast' }>;

/** What was cast last at a place and is still on its way. */
function latest<Type extends Cast['type']>(
  waiting: readonly RoomCommand[],
  type: Type,
  place: Cast['place'],
): Extract<Cast, { readonly type: Type }> | undefined {
  return waiting.findLast(
    (command): command is Extract<Cast, { readonly type: Type }> =>
      command.type === type && 'place' in command && JSON.stringify(command.place) === JSON.stringify(place),
  );
}

function percentOf(count = 0, total: number): number {
  return total === 0 ? 0 : Math.round((count / total) * 100);
}
