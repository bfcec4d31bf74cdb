import {
  failure,
  hash32,
  type PartyId,
  type PhaseId,
  type Problem,
  type Result,
  success,
  type TrackId,
} from '../../domain/index.ts';
import { completeOffer, type Offer } from '../../model/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { offerErrors, roundsOf, votesAt } from '../../strategy/index.ts';
import { botProposal, botReasons, botVote } from './role-bots.ts';
import { roleSetting } from './role-setting.ts';
import type { RoleMove, RoleVotes } from './role-types.ts';

// Many parties at one table with one text (mediated single text, Raiffa 1982): somebody proposes a whole
// contract, everyone votes, and the votes are shown together. No dice: the same moves give the same table.

export interface RoleTableOptions {
  readonly table: string;
  readonly track: TrackId;
  readonly phase: PhaseId;
  readonly tier: string;
  /** Whole number; tables of other seeds or ids begin with another party. */
  readonly seed: number;
}

export interface RoleParty {
  readonly party: PartyId;
  /** Its yes is needed in this phase; otherwise it advises. */
  readonly mustSign: boolean;
  /** A capital: it says yes or no, and makes no proposals while it plays by itself. */
  readonly isRatifier: boolean;
}

/** A negotiating table with roles as it stands. Plain data. */
export interface RoleTable extends RoleTableOptions {
  readonly parties: readonly RoleParty[];
  readonly state: 'open' | 'signed' | 'failed';
  /** Number of moves so far, those of machines included. */
  readonly moves: number;
  /** 1 to `rounds`. */
  readonly round: number;
  readonly rounds: number;
  readonly proposal?: { readonly party: PartyId; readonly offer: Offer };
  /** On the proposal, so far. */
  readonly votes: Readonly<Record<PartyId, boolean>>;
  /** Empty chairs that have voted by themselves: they say why. */
  readonly machines: readonly PartyId[];
  /** Who has proposed in this round: each party once. */
  readonly proposers: readonly PartyId[];
  readonly left: readonly PartyId[];
  readonly history: readonly RoleVotes[];
}

/** Opens a table. Problem `role-unknown`: a track, phase or level that the scenario does not have. */
export function openRoleTable({ model, manifest }: Scenario, options: RoleTableOptions): Result<RoleTable> {
  const { table, track, phase, tier, seed } = options;
  const found = model.tracks.find(({ id }) => id === track);
  const { vetoes } = model.phases.find(({ id }) => id === phase) ?? {};
  if (!found) return refused('role-unknown', track);
  if (!vetoes) return refused('role-unknown', phase);
  if (!manifest.tiers.includes(tier)) return refused('role-unknown', tier);
  const parties = model.preferences
    .filter(({ role, party }) => role !== 'buyer' || party === found.buyer)
    .map(({ role, party }) => {
      const isRatifier = role === 'ratifier';
      return { party, mustSign: !isRatifier || vetoes.includes(party), isRatifier };
    });
  return success({
    table,
    track,
    phase,
    tier,
    seed,
    parties,
    state: 'open',
    moves: 0,
    round: 1,
    rounds: roundsOf(model),
    votes: {},
    machines: [],
    proposers: [],
    left: [],
    history: [],
  });
}

/**
 * The table after a move; parties that are not among `people` answer at once, and propose when it is their
 * turn. Problems: `role-closed`, `role-unknown` (no such chair, or it is empty for good), `role-proposed`
 * (once a round), `role-no-proposal` (nothing to vote on), `deal-incomplete`, `deal-broken` (ids: the rules).
 */
export function moveRole(
  scenario: Scenario,
  table: RoleTable,
  { party, move, people }: { party: PartyId; move: RoleMove; people: readonly PartyId[] },
): Result<RoleTable> {
  if (table.state !== 'open') return refused('role-closed', table.table);
  const chair = table.parties.find((candidate) => candidate.party === party);
  if (!chair || table.left.includes(party)) return refused('role-unknown', party);
  const moved = take(scenario, table, chair, move);
  return moved.ok ? success(goOn(scenario, moved.value, people)) : moved;
}

/**
 * Lets a table go on that waits: empty chairs vote or propose; when it waits for people only, their chairs
 * do so by themselves this once. Every call brings an open table nearer to its end. Problem: `role-closed`.
 */
export function nudgeRole(
  scenario: Scenario,
  table: RoleTable,
  { people }: { people: readonly PartyId[] },
): Result<RoleTable> {
  if (table.state !== 'open') return refused('role-closed', table.table);
  if (!table.proposal) return success(goOn(scenario, propose(scenario, table, people), people));
  const waiting = unvoted(table);
  const empty = waiting.filter((party) => !people.includes(party));
  const voted = voteAll(scenario, table, empty.length > 0 ? empty : waiting, people);
  return success(goOn(scenario, voted, people));
}

/** Whose turn it is to propose while nothing lies on the table. */
export function turnOf(table: RoleTable): PartyId | undefined {
  return table.state === 'open' && !table.proposal ? turns(table)[0] : undefined;
}

function take(
  scenario: Scenario,
  table: RoleTable,
  { party, mustSign }: RoleParty,
  move: RoleMove,
): Result<RoleTable> {
  const moves = table.moves + 1;
  switch (move.type) {
    case 'propose': {
      if (table.proposers.includes(party)) return refused('role-proposed', party);
      const setting = roleSetting(scenario, table);
      const offer = { ...completeOffer(setting.model, setting.tier, move.offer), ...move.offer };
      const errors = offerErrors(setting, offer);
      const missing = errors.filter((error) => error.startsWith('option.'));
      if (missing.length > 0) return refused('deal-incomplete', 'offer', missing);
      if (errors.length > 0) return refused('deal-broken', 'offer', errors);
      return success(lay({ ...table, moves }, party, offer));
    }
    case 'vote':
      if (!table.proposal) return refused('role-no-proposal', party);
      return success({
        ...table,
        moves,
        votes: { ...table.votes, [party]: move.yes },
        machines: table.machines.filter((machine) => machine !== party),
      });
    case 'leave': {
      const left = [...table.left, party];
      // Without a licence holder there may be contracts that need no licence.
      const isOver = mustSign && scenario.model.licence?.party !== party;
      const votes = table.proposal ? { ...table.votes, [party]: false } : table.votes;
      return success({ ...table, moves, left, votes, state: isOver ? 'failed' : 'open' });
    }
  }
}

function lay(table: RoleTable, party: PartyId, offer: Offer): RoleTable {
  const gone = table.left.map((absent) => [absent, false] as const);
  return {
    ...table,
    proposal: { party, offer },
    proposers: [...table.proposers, party],
    votes: Object.fromEntries([...gone, [party, true]]),
    machines: [],
  };
}

/** Machines vote and propose until somebody has to say something, or the round of a table of machines is over. */
function goOn(scenario: Scenario, table: RoleTable, people: readonly PartyId[]): RoleTable {
  let now = table;
  while (now.state === 'open' && now.proposal) {
    const isDue = (party: PartyId) => !people.includes(party);
    now = voteAll(scenario, now, unvoted(now).filter(isDue), people);
    if (unvoted(now).length > 0) return now;
    now = count(scenario, now);
    const turn = turnOf(now);
    // A table of machines alone stops after each round, so that a class can follow it.
    if (turn && isDue(turn) && people.length > 0) now = propose(scenario, now, people);
  }
  return now;
}

function voteAll(
  scenario: Scenario,
  table: RoleTable,
  parties: readonly PartyId[],
  people: readonly PartyId[],
): RoleTable {
  const { proposal } = table;
  if (!proposal) return table;
  const votes = parties.map(
    (party) => [party, botVote(scenario, table, { party, offer: proposal.offer, people })] as const,
  );
  return {
    ...table,
    moves: table.moves + votes.length,
    votes: { ...table.votes, ...Object.fromEntries(votes) },
    // Where people sit, nobody else gives away why.
    machines: [...table.machines, ...parties.filter((party) => !people.includes(party))],
  };
}

function propose(scenario: Scenario, table: RoleTable, people: readonly PartyId[]): RoleTable {
  const order = turns(table);
  const party = order.find((candidate) => !people.includes(candidate)) ?? order[0];
  const offer = party === undefined ? undefined : botProposal(scenario, table, { party, people });
  if (party === undefined || !offer) return { ...table, moves: table.moves + 1, state: 'failed' };
  return lay({ ...table, moves: table.moves + 1 }, party, offer);
}

/** All have voted: it is signed when everyone says yes whom the contract needs; otherwise the round is over. */
function count(scenario: Scenario, table: RoleTable): RoleTable {
  const { proposal, votes, round, rounds } = table;
  if (!proposal) return table;
  const needed = votesAt(roleSetting(scenario, table), proposal.offer).filter(({ hasSay }) => hasSay);
  const against = table.machines.filter((party) => votes[party] === false);
  const reasons = Object.fromEntries(
    against.map((party) => [party, botReasons(scenario, table, { party, offer: proposal.offer })]),
  );
  const history = [...table.history, { ...proposal, round, votes, reasons }];
  if (needed.every(({ party }) => votes[party] === true)) return { ...table, history, state: 'signed' };
  const { proposal: _, ...rest } = table;
  const next = { ...rest, history, votes: {}, machines: [], proposers: [] };
  return round < rounds ? { ...next, round: round + 1 } : { ...next, state: 'failed' };
}

/** Parties that have not voted on the proposal. */
function unvoted({ parties, votes }: RoleTable): readonly PartyId[] {
  return parties.map(({ party }) => party).filter((party) => votes[party] === undefined);
}

/** Who proposes in this round, in this order: the parties of the table itself, each round another one first. */
function turns({ parties, left, round, seed, table }: RoleTable): readonly PartyId[] {
  const all = parties
    .filter(({ isRatifier, party }) => !isRatifier && !left.includes(party))
    .map(({ party }) => party);
  const first = ((hash32(`${seed} ${table}`) >>> 0) + round) % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

function refused(code: string, path: string, ids?: readonly string[]): Result<never> {
  const problem: Problem = { code, path, message: `${code}: ${path}`, ...(ids ? { ids } : {}) };
  return failure(problem);
}
