import type { Scenario } from '../../src/core/scenario/index.ts';
import { createSession, type Frame, type Session } from '../../src/core/session/index.ts';

/** A run in one line: `play(scenario).take('s1-goal/talk').take('s4-sue/file').toEnd()`. */
export interface Play {
  readonly session: Session;
  /** Clicks through to the scene and takes the choice, its table included; throws when the run never comes there. */
  take(choice: `${string}/${string}`): Play;
  /** Clicks through to the next decision, or to the end. */
  proceed(): Play;
  /** Clicks through to the end, taking the first open choice of every scene. */
  toEnd(): Play;
  frame(): Frame;
}

export function play(scenario: Scenario, seed = 1): Play {
  const session = createSession(scenario, { seed, tier: scenario.manifest.tiers[0] ?? '' });
  return playOn(scenario, session);
}

export function playOn(scenario: Scenario, session: Session): Play {
  const click = (): boolean => {
    const { story, context } = session.frame();
    const scene = context.sceneId ?? '';
    if (story === 'ended' || story === 'decide') return false;
    if (story === 'table') {
      const { turns, offer } = context.talks!;
      return session.send({ type: 'table.final', scene, turn: turns.length, offer }).ok;
    }
    if (story === 'quiz.question') {
      const item = scenario.scenes.find(({ id }) => id === scene)?.quiz ?? '';
      return session.send({ type: 'quiz.skip', item }).ok;
    }
    return session.send({ type: 'scene.continue', scene }).ok;
  };
  const run: Play = {
    session,
    frame: () => session.frame(),
    proceed: () => {
      while (click());
      return run;
    },
    take: (name) => {
      const [scene = '', choice = ''] = name.split('/');
      run.proceed();
      const sent = session.send({ type: 'choice.take', scene, choice });
      // A table that the choice opens ends with the prepared draft as the last word.
      if (session.frame().story === 'table') click();
      if (!sent.ok) throw new Error(`${name} is not possible in ${JSON.stringify(session.frame().context)}`);
      return run;
    },
    toEnd: () => {
      for (run.proceed(); session.frame().story !== 'ended'; run.proceed()) {
        const scene = session.frame().context.sceneId ?? '';
        const choices = scenario.scenes.find(({ id }) => id === scene)?.choices ?? [];
        if (!choices.some(({ id }) => session.send({ type: 'choice.take', scene, choice: id }).ok)) {
          throw new Error(`${scene}: no choice is possible`);
        }
      }
      return run;
    },
  };
  return run;
}
