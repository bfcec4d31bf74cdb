import type { Scenario } from '../../core/scenario/index.ts';
import { createSession } from '../../core/session/index.ts';
import type { OpenRun } from './game-state.ts';
import { knownTier } from './shell-presenter.ts';

/** A run at its first scene; with a goal, where the run opens with what follows from it. */
export function newRun(
  scenario: Scenario,
  id: string,
  { tier: wanted, seed, goal }: { readonly tier: string; readonly seed: number; readonly goal?: string },
): OpenRun {
  const tier = knownTier(scenario, wanted);
  const session = createSession(scenario, { tier, seed });
  const first = scenario.scenes.find((scene) => scene.id === session.frame().context.sceneId);
  if (goal !== undefined && first?.kind === 'goal')
    session.send({ type: 'choice.take', scene: first.id, choice: goal });
  return { id, session, tier };
}
