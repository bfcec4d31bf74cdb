import type { PartyId } from '../../domain/index.ts';
import { phaseOf, preferenceOf, redLineSets, reservationValue, weightedScore } from '../../model/index.ts';
import type { RoleBriefs, Scenario } from '../../scenario/index.ts';
import { votesAt } from '../../strategy/index.ts';
import { roleSetting } from './role-setting.ts';
import { type RoleTable, turnOf } from './role-table.ts';
import type { RoleChair, RoleSheet, RoleTableView } from './role-types.ts';

/** Who sits where; a chair that is not named here plays by itself. */
export type SeatedChair = Pick<RoleChair, 'party' | 'names' | 'speaker'>;

/** What everyone may know of a table: of open votes only that there are some. */
export function presentRoleTable(table: RoleTable, seated: readonly SeatedChair[]): RoleTableView {
  const turn = turnOf(table);
  return {
    table: table.table,
    track: table.track,
    phase: table.phase,
    tier: table.tier,
    state: table.state,
    moves: table.moves,
    round: table.round,
    rounds: table.rounds,
    ...(turn === undefined ? {} : { turn }),
    proposers: table.proposers,
    ...(table.proposal ? { proposal: table.proposal } : {}),
    history: table.history,
    chairs: table.parties.map(({ party, mustSign, isRatifier }) => {
      const found = seated.find((chair) => chair.party === party);
      return {
        party,
        names: found?.names ?? [],
        ...(found?.speaker === undefined ? {} : { speaker: found.speaker }),
        mustSign,
        isRatifier,
        hasLeft: table.left.includes(party),
        hasVoted: table.votes[party] !== undefined,
      };
    }),
  };
}

/** What only a party itself may know; `briefs` are the confidential instructions of all. */
export function presentRoleSheet(
  scenario: Scenario,
  table: RoleTable,
  party: PartyId,
  briefs: RoleBriefs,
): RoleSheet {
  const { model } = scenario;
  const { proposal, votes } = table;
  const setting = roleSetting(scenario, table);
  const preference = preferenceOf(model, party);
  const redLines = redLineSets(preference, phaseOf(model, table.phase));
  const judged = proposal && votesAt(setting, proposal.offer).find((vote) => vote.party === party);
  const ownVote = votes[party];
  return {
    party,
    lines: model.issues.map(({ id, options }) => ({
      issue: id,
      weight: preference.weights[id] ?? 0,
      options: options.map((option) => ({ option, points: weightedScore(preference, id, option) / 100 })),
    })),
    planB: reservationValue(model, party, setting.circumstances),
    redLines: model.issues.flatMap(({ id, options }) => {
      const crossed = options.filter((option) =>
        redLines.some((allowed) => allowed[id] && !allowed[id].includes(option)),
      );
      return crossed.length > 0 ? [{ issue: id, options: crossed }] : [];
    }),
    brief: Object.fromEntries(
      Object.entries(briefs).map(([language, byParty]) => [language, byParty[party] ?? []]),
    ),
    ...(judged ? { proposalPoints: judged.utility } : {}),
    ...(ownVote === undefined ? {} : { ownVote }),
  };
}
