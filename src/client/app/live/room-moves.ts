import type { HostCommand, RoomCommand, SeatCommand, SeatParts } from '../../../core/classroom/index.ts';
import type { Intent } from '../../../core/machine/index.ts';
import type { Session } from '../../../core/session/index.ts';
import type { LiveKnown } from '../../../core/view-model/index.ts';

type Move = Intent | { readonly type: 'run.rewind'; readonly decision: number };

/** What a step on the pages of a run means in a room, for the one who takes it; undefined where it means nothing. */
export function commandFor(
  known: LiveKnown,
  move: Move,
  session: Session | undefined,
): RoomCommand | undefined {
  return known.as === 'host'
    ? hostCommand(known.parts.run?.steps.length, move)
    : seatCommand(known.parts, move, session);
}

function hostCommand(at: number | undefined, move: Move): HostCommand | undefined {
  if (move.type === 'run.rewind') return { type: 'run.rewind', decision: move.decision };
  return at === undefined ? undefined : { type: 'run.move', at, intent: move };
}

function seatCommand(
  { room, run, vote, quiz, team }: Partial<SeatParts>,
  move: Move,
  session: Session | undefined,
): SeatCommand | undefined {
  if (!room || !run || room.isPaused || move.type === 'run.rewind') return undefined;
  if (room.activity === 'teams') {
    const isSpeaker = team?.members.some((member) => member.isSelf && member.isSpeaker) === true;
    if (isSpeaker) return { type: 'team.move', at: run.steps.length, intent: move };
    const decision = session?.decisions().length ?? 0;
    if (move.type === 'choice.take')
      return {
        type: 'team.pick',
        place: { kind: 'choice', decision, scene: move.scene },
        choice: move.choice,
      };
    return undefined;
  }
  if (move.type === 'choice.take' && vote?.place.scene === move.scene)
    return { type: 'vote.cast', place: vote.place, choice: move.choice };
  if (move.type === 'quiz.answer' && quiz?.place.scene === move.item)
    return {
      type: 'quiz.cast',
      place: quiz.place,
      response: move.response,
      confidence: move.confidence,
    };
  return undefined;
}
