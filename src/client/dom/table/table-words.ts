import type { Message } from '../../../core/domain/index.ts';
import type { TableOutcomeView, TableView, TurnView } from '../../../core/view-model/index.ts';
import { listed } from '../parts/verdicts.ts';

// What the table says of itself in more than one place.

/** What came of a turn, in one sentence. */
export function replyMessage({ reply, party, blockedBy }: TurnView): Message {
  return {
    key: 'table.reply',
    params: {
      reply,
      party: party ?? '',
      hasParty: party === undefined ? 'no' : 'yes',
      names: listed(blockedBy),
    },
  };
}

/** What is heard when the table changes: the reply, what moved along, who would now say something else. */
export function tableNews(before: TableView | undefined, after: TableView): readonly Message[] {
  if (!before || isOtherTable(before, after)) return [];
  return [...turnNews(before, after), ...editNews(before, after), ...searchNews(before, after)];
}

function isOtherTable(before: TableView, after: TableView): boolean {
  return before.kind !== after.kind || before.track !== after.track || before.date !== after.date;
}

function turnNews(before: TableView, after: TableView): readonly Message[] {
  if (after.outcome && !before.outcome)
    return [{ key: 'table.outcome', params: outcomeParams(after, after.outcome) }];
  const last = after.turns.at(-1);
  if (after.turn === before.turn || !last) return [];
  return [replyMessage(last), { key: 'table.roundsLeft', params: { count: after.roundsLeft } }];
}

/** In a run those who must approve decide later: only for practice does a signature already stand or fall with them. */
export function outcomeParams({ kind }: TableView, { isSigned, isRatified }: TableOutcomeView) {
  if (!isSigned) return { outcome: 'refused' };
  if (kind === 'story') return { outcome: 'signed' };
  return { outcome: isRatified ? 'ratified' : 'unratified' };
}

function editNews(before: TableView, after: TableView): readonly Message[] {
  const { changes } = after.followed;
  const isNew = JSON.stringify(before.followed) !== JSON.stringify(after.followed);
  const followed =
    isNew && changes.length > 0
      ? changes.map(({ name, to }) => ({ key: 'table.news.followed', params: { name, option: to } }))
      : [];
  const old = new Map(before.lights.map(({ party, verdict }) => [party, verdict]));
  const turned = after.lights.filter(
    ({ party, verdict }) => old.get(party) !== verdict && verdict !== 'unknown',
  );
  return [
    ...followed,
    ...turned.map(({ name, verdict }) => ({ key: 'table.news.verdict', params: { party: name, verdict } })),
  ];
}

function searchNews(before: TableView, after: TableView): readonly Message[] {
  const { search } = after;
  if (search.state === before.search.state || search.state === 'idle') return [];
  if (search.state === 'none') return [{ key: 'table.search.none', params: { valid: search.valid } }];
  if (search.state === 'found')
    return [{ key: 'table.search.found', params: { accepted: search.accepted, valid: search.valid } }];
  return [{ key: 'table.search.state', params: { state: search.state } }];
}
