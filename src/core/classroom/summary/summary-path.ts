import { phaseAt } from '../../model/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { lastState, type RunWalk } from './run-walk.ts';
import type { SummaryPath } from './summary-types.ts';

/** A run as a class compares it with others. */
export function pathOf(scenario: Scenario, kind: SummaryPath['kind'], walk: RunWalk): SummaryPath {
  const { endingId } = lastState(walk).context;
  const deal = dealOf(scenario, walk);
  return {
    kind,
    steps: walk.intents.flatMap((intent) =>
      intent.type === 'choice.take' ? [{ scene: intent.scene, choice: intent.choice }] : [],
    ),
    ...(endingId === undefined ? {} : { ending: endingId }),
    ...(deal ? { deal } : {}),
  };
}

/** The contract both sides have signed last, even if nothing came of it. */
function dealOf({ model }: Scenario, { states }: RunWalk): SummaryPath['deal'] {
  const context = states.findLast((state) => state.context.agreement)?.context;
  if (!context?.agreement) return undefined;
  const { agreement, table } = context;
  const { track, offer } = agreement;
  const date = table?.signed && table.track === track ? table.date : context.date;
  return { track, phase: phaseAt(model, date).id, offer };
}
