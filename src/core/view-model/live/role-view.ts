import { type RoleSeatView, type RoleTableView, roleSetting, type SeatParts } from '../../classroom/index.ts';
import type { IssueId, Language, OptionId } from '../../domain/index.ts';
import type { Offer } from '../../model/index.ts';
import type { Scenario, ScenarioTexts } from '../../scenario/index.ts';
import { draftAt, openOptions } from '../../strategy/index.ts';
import { lineChanges, partyWords } from '../table-words.ts';
import { toTenths, worthOf } from './role-draft.ts';
import type {
  ContractWordsView,
  LiveChairsView,
  LiveRoleTableView,
  LiveRoleView,
  LiveSheetView,
  RoleDesk,
} from './role-types.ts';

interface Told {
  readonly scenario: Scenario;
  readonly texts: ScenarioTexts;
}

/** Chairs that can be taken. */
export function presentChoiceOfChairs(told: Told, chairs: NonNullable<SeatParts['chairs']>): LiveChairsView {
  const tables = [...new Set(chairs.map(({ table }) => table))];
  return {
    tables: tables.map((table, index) => ({
      table,
      number: index + 1,
      chairs: chairs
        .filter((chair) => chair.table === table)
        .map(({ party, count }) => ({
          ...partyWords(told, party),
          role: told.texts.parties.parties[party]?.role ?? '',
          count,
        })),
    })),
  };
}

/** The own table, with the own sheet. */
export function presentRole(told: Told, language: Language, role: RoleSeatView): LiveRoleView {
  const { scenario } = told;
  const { table, sheet, isSpeaker } = role;
  const setting = roleSetting(scenario, table);
  const { party } = sheet;
  const desk: RoleDesk = { party, setting, texts: told.texts };
  const { proposal, proposers, state } = table;
  const offer = proposal?.offer ?? table.history.at(-1)?.offer ?? firstDraft(scenario, desk);
  const speaker = table.chairs.find((chair) => chair.party === party)?.speaker;
  return {
    table: presentRoleTableWords(told, table, party),
    sheet: presentSheet(told, language, role),
    isSpeaker,
    ...(isSpeaker || speaker === undefined ? {} : { speaker }),
    canPropose: state === 'open' && !proposers.includes(party),
    ...(proposal
      ? {
          proposal: {
            worth: worthOf(desk, proposal.offer),
            isOwn: proposal.party === party,
            changes: lineChanges(desk, wishOf(role, proposal.offer), proposal.offer),
          },
        }
      : {}),
    ...(sheet.ownVote === undefined ? {} : { ownVote: sheet.ownVote }),
    draft: { offer, worth: worthOf(desk, offer), followed: [] },
    desk,
  };
}

/** What everyone at a table may know, in words. */
export function presentRoleTableWords(told: Told, table: RoleTableView, own?: string): LiveRoleTableView {
  const { scenario, texts } = told;
  const nameOf = (party: string) => partyWords(told, party).name;
  const { issues } = roleSetting(scenario, table).tier;
  const linesOf = (offer: Offer): readonly ContractWordsView[] =>
    issues.map((issue) => ({
      issue,
      name: lineName(told, issue),
      value: optionName(told, issue, offer[issue] ?? ''),
    }));
  const { proposal, turn } = table;
  const isVoting = proposal !== undefined && table.state === 'open';
  return {
    table: table.table,
    trackName: texts.model.tracks[table.track] ?? table.track,
    phase: texts.model.phases[table.phase] ?? table.phase,
    date: scenario.model.phases.find(({ id }) => id === table.phase)?.date ?? scenario.manifest.startDate,
    state: table.state,
    moves: table.moves,
    round: table.round,
    rounds: table.rounds,
    ...(turn === undefined ? {} : { turn: nameOf(turn) }),
    chairs: table.chairs.map(({ party, names, speaker, mustSign, isRatifier, hasLeft, hasVoted }) => ({
      ...partyWords(told, party),
      names,
      ...(speaker === undefined ? {} : { speaker }),
      mustSign,
      isRatifier,
      isOwn: party === own,
      state: hasLeft ? 'left' : !isVoting ? 'quiet' : hasVoted ? 'voted' : 'voting',
    })),
    ...(proposal
      ? {
          proposal: {
            party: proposal.party,
            name: nameOf(proposal.party),
            lines: linesOf(proposal.offer),
          },
        }
      : {}),
    history: table.history.toReversed().map(({ party, offer, round, votes, reasons }) => ({
      round,
      name: nameOf(party),
      lines: linesOf(offer),
      votes: table.chairs.map((chair) => ({
        party: chair.party,
        name: nameOf(chair.party),
        yes: votes[chair.party] ?? false,
        mustSign: chair.mustSign,
        reasons: (reasons[chair.party] ?? []).map((issue) => lineName(told, issue)),
      })),
    })),
  };
}

function presentSheet(told: Told, language: Language, { table, sheet }: RoleSeatView): LiveSheetView {
  const { scenario } = told;
  const setting = roleSetting(scenario, table);
  const isRedLine = (issue: IssueId, option: OptionId) =>
    sheet.redLines.some((line) => line.issue === issue && line.options.includes(option));
  const negotiated = sheet.lines.filter(({ issue }) => setting.tier.issues.includes(issue));
  const sum = (lines: typeof sheet.lines) => lines.reduce((points, { weight }) => points + weight, 0);
  return {
    ...partyWords(told, sheet.party),
    brief: sheet.brief[language] ?? sheet.brief[scenario.manifest.languages[0] ?? ''] ?? [],
    lines: negotiated.map(({ issue, weight, options }) => {
      const open = openOptions(setting, issue);
      return {
        issue,
        name: lineName(told, issue),
        question: told.texts.model.issues[issue]?.question ?? '',
        weight,
        options: options
          .filter(({ option }) => open.includes(option))
          .toSorted((a, b) => b.points - a.points)
          .map(({ option, points }) => ({
            option,
            name: optionName(told, issue, option),
            points: toTenths(points),
            isRedLine: isRedLine(issue, option),
          })),
      };
    }),
    hiddenWeight: sum(sheet.lines) - sum(negotiated),
    planB: toTenths(sheet.planB),
    redLines: sheet.redLines
      .filter(({ issue }) => setting.tier.issues.includes(issue))
      .map(({ issue, options }) => ({
        name: lineName(told, issue),
        options: options.map((option) => optionName(told, issue, option)),
      })),
  };
}

/** The own wish, line by line: a contract only where the rules allow it, but good to compare with. */
function wishOf({ sheet }: RoleSeatView, offer: Offer): Offer {
  const best = sheet.lines.map(({ issue, options }) => {
    const given = options.find(({ option }) => option === offer[issue]);
    const top = options.reduce((a, b) => (b.points > a.points ? b : a));
    // Equally good is as wished.
    return [issue, given && given.points >= top.points ? given.option : top.option] as const;
  });
  return Object.fromEntries(best);
}

function firstDraft({ drafts }: Scenario, { setting }: RoleDesk): Offer {
  const draft = drafts.find(({ offers }) => offers[setting.track])?.offers[setting.track];
  return draftAt(setting, draft ?? {}) ?? {};
}

function lineName({ texts }: Told, issue: IssueId): string {
  return texts.model.issues[issue]?.name ?? issue;
}

function optionName({ texts }: Told, issue: IssueId, option: OptionId): string {
  return texts.model.issues[issue]?.options[option] ?? option;
}
