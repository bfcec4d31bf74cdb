import type { Place, RoomEvent } from '../../src/core/classroom/index.ts';
import { createDice } from '../../src/core/domain/index.ts';
import { type Intent, openChoices, runTables } from '../../src/core/machine/index.ts';
import { CONFIDENCES, guessResponse } from '../../src/core/quiz/index.ts';
import { botIntent, RANDOM_PERSONA } from '../../src/core/report/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { createSession } from '../../src/core/session/index.ts';
import { BARGAINER } from './debrief-runs.ts';

/** What a lesson of a class is made of. */
export interface Lesson {
  readonly seed: number;
  readonly seats: number;
  /** Each with a run of its own; 0: only the run of all. */
  readonly teams: number;
  /** Of these seats, both tests. */
  readonly tested: number;
  readonly tier?: string;
}

export const seatName = (index: number) => `Secret Otter ${index}`;
export const seatId = (index: number) => `seat-id-${index}`;
export const seatToken = (index: number) => `token-hash-${index}`;
export const WORDS = 'Because Anna said so';

const TAGS = ['money', 'control', 'trust'] as const;

/** The log of a lesson as a room writes it: the same lesson is the same log. */
export function classLog(scenario: Scenario, lesson: Lesson): readonly RoomEvent[] {
  const { seed, seats, teams, tested } = lesson;
  const tier = lesson.tier ?? scenario.manifest.tiers[0] ?? '';
  const dice = createDice(seed);
  const all = Array.from({ length: seats }, (_, index) => index);
  let n = 0;
  const receipt = (index: number) => {
    n += 1;
    return { seat: seatId(index), n, key: `receipt-key-${n}` };
  };
  const tables = runTables(scenario, tier);
  const log: RoomEvent[] = [
    {
      type: 'room.opened',
      code: 'ABCDEF',
      scenario: { id: scenario.manifest.id, hash: scenario.hash },
      tier,
      seed,
      language: 'de',
      hostToken: 'host-hash',
    },
    ...all.map(
      (index): RoomEvent => ({
        type: 'seat.joined',
        seat: seatId(index),
        name: seatName(index),
        token: seatToken(index),
      }),
    ),
  ];
  const confidence = () => CONFIDENCES[dice.nextIndex(CONFIDENCES.length)] ?? 'guess';
  const hold = (form: 'pre' | 'post') => {
    const items = scenario.manifest.tests[form];
    if (items.length === 0 || tested === 0) return;
    log.push({ type: 'round.opened', form, items });
    for (const index of all.slice(0, tested))
      for (const id of items) {
        const item = scenario.quiz.find((candidate) => candidate.id === id);
        if (!item) continue;
        const response = guessResponse(item, (count) => dice.nextIndex(count));
        log.push({
          type: 'round.answered',
          receipt: receipt(index),
          form,
          item: id,
          response,
          confidence: confidence(),
        });
      }
    log.push({ type: 'round.closed', form });
  };
  const move = (state: Parameters<typeof botIntent>[1], bargains: boolean): Intent => {
    const event = botIntent(tables, state, bargains ? BARGAINER : RANDOM_PERSONA, dice);
    if (!event) throw new Error('stuck');
    return event;
  };
  hold('pre');
  log.push({ type: 'activity.started', activity: 'vote' });
  const run = createSession(scenario, { seed, tier });
  while (run.frame().story !== 'ended') {
    const frame = run.frame();
    const decision = run.decisions().length;
    if (frame.story === 'decide') {
      const place: Place = { kind: 'choice', decision, scene: frame.context.sceneId ?? '' };
      const choices = openChoices(tables, frame).map(({ id }) => id);
      for (const index of all) {
        const choice = choices[dice.nextIndex(choices.length)] ?? '';
        const tag = TAGS[dice.nextIndex(TAGS.length)] ?? 'money';
        log.push({ type: 'vote.cast', receipt: receipt(index), place, choice, reason: { tag, text: WORDS } });
      }
    }
    if (frame.story === 'quiz.question') {
      const id = tables.scenes.get(frame.context.sceneId ?? '')?.scene.quiz ?? '';
      const item = scenario.quiz.find((candidate) => candidate.id === id);
      for (const index of item ? all : [])
        if (item)
          log.push({
            type: 'quiz.cast',
            receipt: receipt(index),
            place: { kind: 'quiz', decision, scene: id },
            response: guessResponse(item, (count) => dice.nextIndex(count)),
            confidence: confidence(),
          });
    }
    const intent = move(frame, false);
    if (!run.send(intent).ok) throw new Error('not possible');
    log.push({ type: 'run.moved', intent });
  }
  if (teams > 0) log.push({ type: 'activity.started', activity: 'teams' });
  for (let team = 0; team < teams; team += 1) {
    log.push({ type: 'team.joined', seat: seatId(team), team: `secret-team-${team}` });
    const own = createSession(scenario, { seed, tier });
    while (own.frame().story !== 'ended') {
      const intent = move(own.frame(), team % 2 === 0);
      if (!own.send(intent).ok) throw new Error('not possible');
      log.push({ type: 'team.moved', receipt: receipt(team), team: `secret-team-${team}`, intent });
    }
  }
  hold('post');
  log.push({ type: 'activity.started', activity: 'debrief' });
  return log;
}
