import type { RunPart } from '../../../core/classroom/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import { createSession, type Session } from '../../../core/session/index.ts';

/** What makes two runs the same. */
export interface RoomRunOptions {
  readonly tier: string;
  readonly seed: number;
}

/** A run that is played elsewhere and played again here, step by step. */
export interface RoomRun {
  /** The run as far as it has come; undefined when it cannot be played with this scenario. */
  follow(part: RunPart, options: RoomRunOptions): Session | undefined;
}

export function createRoomRun(scenario: Scenario): RoomRun {
  let played:
    | {
        readonly session: Session;
        readonly key: string;
        readonly steps: RunPart['steps'];
        readonly isBroken: boolean;
      }
    | undefined;
  return {
    follow: ({ version, steps }, options) => {
      if (!scenario.manifest.tiers.includes(options.tier)) return undefined;
      const key = JSON.stringify([version, options.tier, options.seed]);
      if (played?.key === key && played.steps === steps) return played.isBroken ? undefined : played.session;
      // Steps only grow while the version stays.
      const goesOn = played?.key === key && !played.isBroken && played.steps.length <= steps.length;
      const session = goesOn && played ? played.session : createSession(scenario, options);
      const begun = goesOn && played ? played.steps.length : 0;
      const isBroken = !steps.slice(begun).every((step) => session.send(step).ok);
      played = { session, key, steps, isBroken };
      return isBroken ? undefined : session;
    },
  };
}
