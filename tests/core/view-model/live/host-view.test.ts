import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../../src/author/index.ts';
import type { HostParts } from '../../../../src/core/classroom/index.ts';
import type { Intent } from '../../../../src/core/machine/index.ts';
import { quizOptions } from '../../../../src/core/scenario/index.ts';
import { createSession, type Session } from '../../../../src/core/session/index.ts';
import { type HostKnown, present, presentHost } from '../../../../src/core/view-model/index.ts';
import { TIKTOK_FOLDER } from '../../../support/tiktok.ts';

const scenario = readScenario(TIKTOK_FOLDER).scenario!;
const tier = scenario.manifest.tiers[0] ?? '';

/** A run, and the steps it has taken. */
function played(): { readonly session: Session; readonly steps: Intent[]; send(intent: Intent): void } {
  const session = createSession(scenario, { seed: 7, tier });
  const steps: Intent[] = [];
  return {
    session,
    steps,
    send: (intent) => {
      expect(session.send(intent).ok, intent.type).toBe(true);
      steps.push(intent);
    },
  };
}

const known = (session: Session, more: Partial<HostKnown> = {}): HostKnown => ({
  scenario,
  language: 'en',
  play: present(scenario, session, { language: 'en', tier }),
  runOf: () => undefined,
  ...more,
});

const room: HostParts['room'] = {
  code: 'ABC234',
  scenario: { id: 'x', hash: 'h' },
  tier,
  seed: 7,
  language: 'en',
  activity: 'vote',
  isLocked: false,
  isPaused: false,
  hasWords: false,
  cards: [],
};
const person = (seat: string, more: Partial<HostParts['roster'][number]> = {}) => ({
  seat,
  name: `Name of ${seat}`,
  isPresent: true,
  isHidden: false,
  isReady: false,
  ...more,
});

/** The first place of the run at which something is chosen, and what the room would say about it. */
function atFirstVote() {
  const run = played();
  const play = present(scenario, run.session, { language: 'en', tier });
  const scene = play.scene!;
  expect(play.state).toBe('decide');
  const choices = scene.choices.map(({ id }) => id);
  const vote: NonNullable<HostParts['vote']> = {
    place: { kind: 'choice', decision: 0, scene: scene.id },
    choices,
    isRevealed: false,
    counts: { [choices[1]!]: 5, [choices[0]!]: 2 },
    reasons: [{ seat: 's1', choice: choices[1]!, tag: 'trust', text: 'They know us' }],
    cast: 7,
    seats: 9,
  };
  return { run, scene, choices, vote };
}

describe('the vote on the desk', () => {
  test('says who has voted, and nothing of what, until the teacher shows it', () => {
    const { run, vote } = atFirstVote();
    const view = presentHost({ room, roster: [], vote }, known(run.session));
    expect(view.vote).toMatchObject({ cast: 7, seats: 9, isRevealed: false, reasons: [] });
    expect(view.vote?.vote.isCounted).toBe(false);
    expect(view.vote?.vote.options.map(({ count }) => count)).toEqual(view.vote?.vote.options.map(() => 0));
  });

  test('shown: counts by the letters of the cards, the winner, who lost, and the reasons', () => {
    const { run, scene, vote } = atFirstVote();
    const { vote: view } = presentHost(
      { room, roster: [], vote: { ...vote, isRevealed: true } },
      known(run.session),
    );
    expect(view?.vote).toMatchObject({ isCounted: true, total: 7, isTie: false, minority: 'A' });
    expect(view?.vote.options.slice(0, 2)).toMatchObject([
      { letter: 'A', count: 2, isWinner: false, label: scene.choices[0]?.label },
      { letter: 'B', count: 5, percent: 71, isWinner: true },
    ]);
    expect(view?.reasons).toEqual([{ seat: 's1', letter: 'B', tag: 'trust', text: 'They know us' }]);
  });

  test('keeps its words when the run has gone on', () => {
    const { run, scene, vote } = atFirstVote();
    run.send({ type: 'choice.take', scene: scene.id, choice: vote.choices[0]! });
    run.send({ type: 'scene.continue', scene: scene.id });
    const { vote: view } = presentHost({ room, roster: [], vote }, known(run.session));
    expect(view?.vote.options[0]?.label).toEqual(
      scene.choices[0]?.label.filter(({ kind }) => kind !== 'fact'),
    );
  });

  test('counts the steps and decisions to which a move refers', () => {
    const { run, scene, vote } = atFirstVote();
    run.send({ type: 'choice.take', scene: scene.id, choice: vote.choices[0]! });
    run.send({ type: 'scene.continue', scene: scene.id });
    const part = { version: 0, from: 0, steps: run.steps };
    const view = presentHost({ room, roster: [], run: part }, known(run.session));
    expect([view.steps, view.decisions]).toEqual([2, 1]);
  });
});

describe('a question on the desk', () => {
  /** A run that stands at its first question with options to choose from. */
  function atQuestion() {
    const run = played();
    for (let step = 0; step < 200; step += 1) {
      const play = present(scenario, run.session, { language: 'en', tier });
      if (play.state === 'quiz' && play.quiz?.task.kind === 'choice' && play.quiz.state === 'question')
        return { run, quiz: play.quiz };
      const scene = play.scene?.id ?? '';
      if (play.state === 'decide')
        run.send({ type: 'choice.take', scene, choice: play.scene!.choices[0]!.id });
      else if (play.quiz?.state === 'question') run.send({ type: 'quiz.skip', item: play.quiz.item });
      else if (play.state === 'table') run.send({ type: 'table.leave', scene, turn: play.table!.turn });
      else run.send({ type: 'scene.continue', scene });
    }
    throw new Error('no question came');
  }

  test('hides every count until the class goes on, and then says how many were right', () => {
    const { run, quiz } = atQuestion();
    const item = scenario.quiz.find(({ id }) => id === quiz.item)!;
    const key = item.key as string;
    const wrong = quizOptions(item).find(({ id }) => id !== key)!.id;
    const part: NonNullable<HostParts['quiz']> = {
      place: { kind: 'quiz', decision: run.session.decisions().length, scene: quiz.item },
      isRevealed: false,
      counts: { [JSON.stringify(wrong)]: 4, [JSON.stringify(key)]: 3 },
      cast: 7,
      seats: 8,
    };
    const hidden = presentHost({ room, roster: [], quiz: part }, known(run.session)).quiz;
    expect(hidden).toMatchObject({ cast: 7, seats: 8, isShown: false, right: 0, answer: wrong });
    expect(hidden?.vote?.options.every(({ count }) => count === 0)).toBe(true);
    run.send({ type: 'quiz.answer', item: quiz.item, response: wrong, confidence: 'fairly-sure' });
    const shown = presentHost({ room, roster: [], quiz: part }, known(run.session)).quiz;
    expect(shown).toMatchObject({ isShown: true, right: 3 });
    expect(shown?.vote?.options.find(({ id }) => id === wrong)).toMatchObject({ count: 4, isWinner: true });
  });
});

describe('people and teams', () => {
  test('are numbered as they are shown: teams and tables from 1, parties by name', () => {
    const run = played();
    const teams: HostParts['teams'] = [
      { team: 'x', names: ['Ada'], steps: [], version: 0 },
      { team: 'y', names: ['Bo', 'Cy'], steps: [], version: 0 },
    ];
    const party = scenario.manifest.player;
    const table = {
      table: 'T',
      track: scenario.model.tracks[0]!.id,
      phase: scenario.model.phases[0]!.id,
      tier,
      state: 'open' as const,
      moves: 0,
      round: 1,
      rounds: 6,
      proposers: [],
      chairs: [{ party, names: ['Bo'], mustSign: true, isRatifier: false, hasLeft: false, hasVoted: false }],
      history: [],
    };
    const view = presentHost(
      {
        room,
        roster: [
          person('a', { team: 'x', isPresent: false }),
          person('b', { team: 'y', chair: { table: 'T', party } }),
          person('c'),
        ],
        teams,
        roles: { track: table.track, isOpen: true, tables: [table] },
      },
      known(run.session),
    );
    expect(view.people.map(({ team, chair }) => [team, chair?.table])).toEqual([
      [1, undefined],
      [2, 1],
      [undefined, undefined],
    ]);
    expect(view.people[1]?.chair?.party).toMatch(/^[A-Z]\w+/);
    expect(view.present).toBe(2);
    expect(view.roles.tables[0]).toMatchObject({ number: 1, chairs: [{ names: ['Bo'] }] });
  });

  test('of a team: where it stands, and its last two decisions', () => {
    const run = played();
    for (let decision = 0; decision < 3; ) {
      const play = present(scenario, run.session, { language: 'en', tier });
      const scene = play.scene?.id ?? '';
      if (play.state === 'decide') {
        run.send({ type: 'choice.take', scene, choice: play.scene!.choices[0]!.id });
        decision += 1;
      } else if (play.quiz?.state === 'question') run.send({ type: 'quiz.skip', item: play.quiz.item });
      else run.send({ type: 'scene.continue', scene });
    }
    const team = { team: 'x', names: ['Ada'], steps: run.steps, version: 0 };
    const asked: unknown[] = [];
    const view = presentHost(
      { room, roster: [], teams: [team] },
      known(run.session, {
        runOf: (each) => {
          asked.push(each);
          return run.session;
        },
      }),
    );
    expect(asked).toEqual([team]);
    expect(view.teams[0]?.stand).toMatchObject({ decisions: 3, date: run.session.frame().context.date });
    expect(view.teams[0]?.stand?.last).toHaveLength(2);
    expect(view.teams[0]?.stand?.ending).toBeUndefined();
  });
});
