import type { Intent, RunContext } from '../../machine/index.ts';
import { phaseAt } from '../../model/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { SummaryPath } from './summary-types.ts';

/** A run that was played: what was done in it, and how it stood at first and after each step. */
interface PlayedPath {
  readonly intents: readonly Intent[];
  readonly states: readonly { readonly context: RunContext }[];
}

/** A run as a class compares it with others. */
export function pathOf(scenario: Scenario, kind: SummaryPath['kind'], path: PlayedPath): SummaryPath {
  const endingId = path.states.at(-1)?.context.endingId;
  const deal = dealOf(scenario, path);
  return {
    kind,
    steps: path.intents.flatMap((intent) =>
      intent.type === 'choice.take' ? [{ scene: intent.scene, choice: intent.choice }] : [],
    ),
    ...(endingId === undefined ? {} : { ending: endingId }),
    ...(deal ? { deal } : {}),
  };
}

/** The contract both sides have signed last, even if nothing came of it. */
function dealOf({ model }: Scenario, { states }: PlayedPath): SummaryPath['deal'] {
  const context = states.findLast((state) => state.context.agreement)?.context;
  if (!context?.agreement) return undefined;
  const { agreement, table } = context;
  const { track, offer } = agreement;
  const date = table?.signed && table.track === track ? table.date : context.date;
  return { track, phase: phaseAt(model, date).id, offer };
}
