import { type Counts, type HostParts, tallyOf } from '../../classroom/index.ts';
import type { Language } from '../../domain/index.ts';
import { runTables } from '../../machine/index.ts';
import { phaseAt } from '../../model/index.ts';
import { isRight, type QuizResponse } from '../../quiz/index.ts';
import type { Scenario, ScenarioTexts } from '../../scenario/index.ts';
import type { Session } from '../../session/index.ts';
import { letterOf, presentVote } from '../classroom/class-view.ts';
import { lessonPromptsFor } from '../lessons/lesson-prompts.ts';
import { partyName } from '../party-view.ts';
import { createFootnotes, parseProse } from '../prose.ts';
import { textsOf } from '../run-history.ts';
import type { PlayView } from '../view-model.ts';
import type {
  HostPersonView,
  HostQuizView,
  HostRolesView,
  HostRoundView,
  HostStandView,
  HostTeamView,
  HostVoteView,
  LiveHostView,
} from './host-view-types.ts';
import { presentRoleTableWords } from './role-view.ts';

type Part<Name extends keyof HostParts> = NonNullable<HostParts[Name]>;
type HostTeam = Part<'teams'>[number];

/** What is known beside that which the room sends. */
export interface HostKnown {
  readonly scenario: Scenario;
  readonly language: Language;
  /** The common run as the page shows it. */
  readonly play?: PlayView | undefined;
  /** The run of a team, played again; undefined when it cannot be had. */
  readonly runOf: (team: HostTeam) => Pick<Session, 'frame' | 'decisions'> | undefined;
  /** With this link another device of the teacher comes in. */
  readonly handOver?: string | undefined;
}

const RECENT = 2;

/** All that the teacher's pages show of a room. The common run must have all its steps. */
export function presentHost(parts: HostParts, known: HostKnown): LiveHostView {
  const { scenario, language, play, handOver } = known;
  const texts = textsOf(scenario, language);
  const { roster, run, vote, quiz, teams = [], round, roles } = parts;
  const numbers = new Map(teams.map(({ team }, index) => [team, index + 1]));
  const tables = new Map(roles?.tables.map(({ table }, index) => [table, index + 1]));
  const steps = run?.steps ?? [];
  return {
    people: roster.map((entry): HostPersonView => {
      const { seat, name, isPresent, isHidden, isReady, chair } = entry;
      const team = entry.team === undefined ? undefined : numbers.get(entry.team);
      const table = chair && tables.get(chair.table);
      return {
        seat,
        name,
        isPresent,
        isHidden,
        isReady,
        ...(team === undefined ? {} : { team }),
        ...(chair && table !== undefined
          ? { chair: { table, party: partyName({ texts }, chair.party) } }
          : {}),
      };
    }),
    present: roster.filter(({ isPresent }) => isPresent).length,
    steps: steps.length,
    decisions: steps.filter(({ type }) => type === 'choice.take').length,
    prompts: play?.scene && play.state !== 'quiz' ? lessonPromptsFor(texts, undefined, play.scene.id) : [],
    ...(vote ? { vote: presentHostVote(vote, { texts, play }) } : {}),
    ...(quiz ? { quiz: presentHostQuiz(quiz, { scenario, play }) } : {}),
    teams: teams.map((team, index) => presentTeam(team, index + 1, { ...known, texts })),
    ...(round ? { round: presentHostRound(round) } : {}),
    hasTests: scenario.manifest.tests.pre.length > 0,
    roles: presentHostRoles(roles, { scenario, texts }),
    ...(handOver === undefined ? {} : { handOver }),
  };
}

/** The letters are those of the cards A, B, C on every device. Counts stay hidden until the teacher shows them. */
function presentHostVote(
  { place, choices, isRevealed, counts, reasons, cast, seats }: Part<'vote'>,
  { texts, play }: { readonly texts: ScenarioTexts; readonly play: PlayView | undefined },
): HostVoteView {
  const shown = play?.scene?.id === place.scene ? play.scene.choices : [];
  const words = texts.scenes[place.scene]?.choices;
  const options = choices.map((id) => ({
    id,
    // A choice may be gone from the scene by now; what it said is still to be read.
    label:
      shown.find((choice) => choice.id === id)?.label ??
      parseProse(words?.[id]?.label ?? id, createFootnotes()),
  }));
  return {
    place,
    vote: presentVote(
      { place, options },
      isRevealed ? { place, choices, counts: full(counts, choices) } : undefined,
    ),
    isRevealed,
    cast,
    seats,
    reasons: isRevealed
      ? reasons.map(({ seat, choice, tag, text }) => ({
          seat,
          letter: letterOf(choices.indexOf(choice)),
          ...(tag === undefined ? {} : { tag }),
          ...(text === undefined ? {} : { text }),
        }))
      : [],
  };
}

/** Nobody's votes count too, and in the order of the cards. */
function full(counts: Counts, choices: readonly string[]): Counts {
  return Object.fromEntries(choices.map((choice) => [choice, counts[choice] ?? 0]));
}

function presentHostQuiz(
  { place, counts, cast, seats }: Part<'quiz'>,
  { scenario, play }: { readonly scenario: Scenario; readonly play: PlayView | undefined },
): HostQuizView {
  const item = runTables(scenario).quiz.get(place.scene);
  const quiz = play?.quiz?.item === place.scene ? play.quiz : undefined;
  const isShown = quiz !== undefined && quiz.state !== 'question';
  const given = Object.entries(counts).map(([json, count]) => ({ response: parseResponse(json), count }));
  const most = tallyOf(counts).winners[0];
  const right = given.reduce(
    (sum, { response, count }) => (item && isRight(item, response) ? sum + count : sum),
    0,
  );
  const options =
    quiz?.task.kind === 'choice' ? quiz.task.options.map(({ id, text }) => ({ id, label: text })) : undefined;
  const choices = options?.map(({ id }) => id) ?? [];
  const byOption: Counts = Object.fromEntries(
    given.flatMap(({ response, count }) => (typeof response === 'string' ? [[response, count]] : [])),
  );
  const vote = isShown ? { place, choices, counts: full(byOption, choices) } : undefined;
  return {
    place,
    cast,
    seats,
    isShown,
    right: isShown ? right : 0,
    ...(most === undefined ? {} : { answer: parseResponse(most) }),
    ...(options ? { vote: presentVote({ place, options }, vote) } : {}),
  };
}

/** Only answers that the room has checked are counted. */
function parseResponse(json: string): QuizResponse {
  return JSON.parse(json) as QuizResponse;
}

function presentTeam(
  team: HostTeam,
  number: number,
  known: HostKnown & { readonly texts: ScenarioTexts },
): HostTeamView {
  const run = known.runOf(team);
  return {
    team: team.team,
    number,
    names: team.names,
    ...(run ? { stand: presentStand(run, known.texts) } : {}),
  };
}

function presentStand(run: Pick<Session, 'frame' | 'decisions'>, texts: ScenarioTexts): HostStandView {
  const { context } = run.frame();
  const decisions = run.decisions();
  const scene = context.sceneId ?? '';
  const ending = context.endingId;
  return {
    scene: texts.scenes[scene]?.title ?? scene,
    date: context.date,
    decisions: decisions.length,
    last: decisions
      .slice(-RECENT)
      .map((taken) =>
        parseProse(
          texts.scenes[taken.scene]?.choices[taken.choice]?.label ?? taken.choice,
          createFootnotes(),
        ),
      ),
    ...(ending === undefined ? {} : { ending: texts.endings.endings[ending]?.title ?? ending }),
  };
}

function presentHostRound({ form, isOpen, items, begun, done, seats }: Part<'round'>): HostRoundView {
  return { form, isOpen, count: items.length, begun, done, seats };
}

function presentHostRoles(
  roles: HostParts['roles'],
  { scenario, texts }: { readonly scenario: Scenario; readonly texts: ScenarioTexts },
): HostRolesView {
  const { tracks, phases } = scenario.model;
  const nameOf = (party: string) => partyName({ texts }, party);
  return {
    isOpen: roles?.isOpen ?? false,
    tracks: tracks.map(({ id }) => ({ id, name: texts.model.tracks[id] ?? id })),
    phases: phases.map(({ id, date, vetoes }) => ({
      id,
      date,
      name: texts.model.phases[id] ?? id,
      vetoes: vetoes.map(nameOf),
    })),
    suggested: suggestedTable(scenario),
    tables: (roles?.tables ?? []).map((each, index) => {
      const { table, state, round, rounds, chairs, proposal } = each;
      const words = presentRoleTableWords({ scenario, texts }, each);
      return {
        table,
        number: index + 1,
        state,
        round,
        rounds,
        chairs: chairs.map(({ party, names, hasLeft, hasVoted }) => ({
          party,
          name: nameOf(party),
          names,
          hasLeft,
          hasVoted,
        })),
        ...(proposal ? { proposer: nameOf(proposal.party) } : {}),
        contract: words.proposal?.lines ?? [],
        history: words.history,
      };
    }),
  };
}

/** The first table of the story at which as many must agree as ever; its buyer is the one whose picture is shown then. */
function suggestedTable({ model, scenes }: Scenario): HostRolesView['suggested'] {
  const most = Math.max(...model.phases.map(({ vetoes }) => vetoes.length));
  const tables = scenes.filter(({ kind }) => kind === 'table').map(({ date }) => phaseAt(model, date));
  const hardest = [...tables, ...model.phases].find(({ vetoes }) => vetoes.length === most);
  const phase = hardest?.id ?? '';
  const shown = scenes.find(({ overlap }) => overlap?.phases.includes(phase))?.overlap;
  return { phase, track: shown?.track ?? model.tracks[0]?.id ?? '' };
}
