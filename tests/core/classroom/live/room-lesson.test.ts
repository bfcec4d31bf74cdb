import { describe, expect, test } from 'vitest';
import { miniScenario } from '../../../support/mini-scenario.ts';
import { type LiveRoom, liveRoom } from '../../../support/live-room.ts';

/** Plays the common run to its next vote. */
function toVote(room: LiveRoom): void {
  for (;;) {
    const { vote, quiz, run } = room.desk();
    if (vote && !vote.isRevealed && isOpen(room)) return;
    if (quiz && !quiz.isRevealed) return;
    const at = run!.steps.length;
    if (!miniScenario.scenes.some(({ id }) => room.asHost({ type: 'run.move', at, intent: { type: 'scene.continue', scene: id } }) === 'ok'))
      return;
  }
}

function isOpen(room: LiveRoom): boolean {
  const { vote, run } = room.desk();
  return run!.steps.filter(({ type }) => type === 'choice.take').length === vote!.place.decision;
}

describe('a vote in a live room', () => {
  test('counts every seat once, and the last word of each', () => {
    const room = liveRoom(miniScenario);
    const [a, b, c] = [room.seat(), room.seat(), room.seat()];
    expect(room.asHost({ type: 'activity.start', activity: 'vote' })).toBe('ok');
    toVote(room);
    const { place, choices } = room.desk().vote!;
    const [first = '', second = ''] = choices;
    expect(room.asSeat(a, { type: 'vote.cast', place, choice: first })).toBe('ok');
    expect(room.asSeat(b, { type: 'vote.cast', place, choice: first })).toBe('ok');
    expect(room.asSeat(b, { type: 'vote.cast', place, choice: second })).toBe('ok');
    expect(room.asSeat(c, { type: 'vote.cast', place, choice: 'nothing' })).toBe('choice-unknown');
    expect(room.desk().vote).toMatchObject({ counts: { [first]: 1, [second]: 1 }, cast: 2 });
  });
});
