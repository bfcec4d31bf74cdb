import { phaseOf } from '../../model/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { TableSetting } from '../../strategy/index.ts';
import type { RoleTableView } from './role-types.ts';

/** The table as the model sees it. Where an own suit is possible by then, it has been filed. */
export function roleSetting(
  { model, manifest }: Scenario,
  { track, phase, tier }: Pick<RoleTableView, 'track' | 'phase' | 'tier'>,
): TableSetting {
  const { withSuit, withoutSuit } = phaseOf(model, phase).courtOdds;
  const id = manifest.tiers.includes(tier) ? tier : (manifest.tiers.at(-1) ?? '');
  return {
    model,
    track,
    tier: model.tiers.find((found) => found.id === id) ?? everyLine(model.issues, id),
    circumstances: { phase, hasOwnSuit: withSuit !== withoutSuit, trust: {}, goodwill: {} },
  };
}

const everyLines = new WeakMap<object, TableSetting['tier']>();

/** A level that the model does not describe negotiates every line; one object for each model (`dealSpace`). */
function everyLine(issues: TableSetting['model']['issues'], id: string): TableSetting['tier'] {
  const tier = everyLines.get(issues) ?? { id, issues: issues.map((issue) => issue.id), derived: [] };
  everyLines.set(issues, tier);
  return tier;
}
