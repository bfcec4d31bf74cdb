import type { IsoDate, IssueId, OptionId, PartyId } from '../domain/index.ts';
import type { Offer } from '../model/index.ts';
import type { Scenario, ScenarioTexts } from '../scenario/index.ts';
import type { TableSetting, Talks } from '../strategy/index.ts';
import type { LineChangeView, TableView } from './table-types.ts';

/** A table and all that the player knows there. */
export interface Sitting {
  readonly scenario: Scenario;
  readonly texts: ScenarioTexts;
  readonly setting: TableSetting;
  readonly talks: Talks;
  /** Answers that each party has given. */
  readonly info: Readonly<Record<PartyId, number>>;
  readonly insights: number;
  readonly date: IsoDate;
  readonly kind: TableView['kind'];
  readonly stakes: readonly IssueId[];
  /** Who can be asked. */
  readonly askable: readonly PartyId[];
}

/** Name, emblem and colour of a party. */
export function partyWords({ scenario, texts }: Pick<Sitting, 'scenario' | 'texts'>, id: PartyId) {
  const party = scenario.parties.find((candidate) => candidate.id === id);
  return {
    party: id,
    name: texts.parties.parties[id]?.name ?? id,
    emblem: party?.emblem ?? id,
    color: party?.color ?? '',
  };
}

/** Lines in which two contracts differ, in words; hidden lines of the level are left out. */
export function lineChanges(
  { texts, setting }: Pick<Sitting, 'texts' | 'setting'>,
  from: Offer,
  to: Offer,
): readonly LineChangeView[] {
  return setting.tier.issues
    .filter((issue) => from[issue] !== to[issue])
    .map((issue) => {
      const words = texts.model.issues[issue];
      const optionName = (option: OptionId = '') => words?.options[option] ?? option;
      return { issue, name: words?.name ?? issue, from: optionName(from[issue]), to: optionName(to[issue]) };
    });
}
