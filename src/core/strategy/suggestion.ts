import type { PartyId } from '../domain/index.ts';
import { accepts, type Offer, ROUNDING } from '../model/index.ts';
import { nearestLaid } from './draft.ts';
import { surplusAt, type TableSetting } from './table-setting.ts';
import { counterOffer, marginIn, type Talks } from './talks.ts';

/**
 * The smallest change of a contract that a party would accept: fewest lines changed, then best for the own
 * side. The contract itself when it accepts already; undefined when no contract of the table would do.
 */
export function smallestChange(setting: TableSetting, offer: Offer, party: PartyId): Offer | undefined {
  const { model, track, circumstances } = setting;
  if (accepts(model, party, track, offer, circumstances)) return offer;
  const surplus = surplusAt(setting)[party];
  // Without an entry the party has no say: it accepts everything.
  if (!surplus) return offer;
  return nearestLaid(setting, offer, (index) => (surplus[index] ?? -1) >= -ROUNDING);
}

/** The smallest change that the counterpart would accept if it were proposed in the next round. */
export function smallestChangeNow(setting: TableSetting, talks: Talks, offer: Offer): Offer | undefined {
  // Nobody opposite, or somebody without a say: every contract will do.
  if (!surplusAt(setting)[setting.counterpart ?? '']) return offer;
  return counterOffer(setting, offer, marginIn(setting, talks, talks.used + 1));
}
