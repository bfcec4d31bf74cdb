import type { Counts } from '../tally.ts';
import type { RoomState, VoteBox } from './room-state.ts';
import type { HostVotePart, ShownReason } from './room-view.ts';

/** UTF-16 code units: what a vote comes to has room in one message to a pupil, whatever the size of the class. */
const SHOWN_COUNTS = 1_500;
const SHOWN_REASONS = 1_800;
/** The teacher reads the latest ones. */
const LISTED_REASONS = 100;

export function countsOf(box: VoteBox | undefined, choices: readonly string[]): Counts {
  return Object.fromEntries([
    ...choices.map((choice): [string, number] => [choice, 0]),
    ...(box?.counts ?? []),
  ]);
}

/** The most given answers, as many as have room. */
export function shownCounts(box: VoteBox | undefined): Counts {
  const most = [...(box?.counts ?? [])].toSorted(([, a], [, b]) => b - a);
  return Object.fromEntries(withinRoom(most, SHOWN_COUNTS));
}

/**
 * Reasons the class may see: not those of hidden seats, not those the teacher has hidden, and words only while the
 * room allows them. They are in no order that says who was first.
 */
export function reasonsOf(room: RoomState, box: VoteBox | undefined): HostVotePart['reasons'] {
  if (!box) return [];
  const reasons: (ShownReason & { readonly seat: string })[] = [];
  for (const [id, { counted: choice, reason }] of box.votes) {
    if (!reason || box.hiddenReasons.has(id) || room.seats.get(id)?.isHidden) continue;
    const { tag } = reason;
    const text = room.hasWords ? reason.text : undefined;
    if (tag === undefined && text === undefined) continue;
    reasons.push({
      seat: id,
      choice,
      ...(tag === undefined ? {} : { tag }),
      ...(text === undefined ? {} : { text }),
    });
  }
  return reasons.slice(-LISTED_REASONS);
}

/** What pupils see of the reasons: some for every choice, those with words first. */
export function shownReasons(room: RoomState, box: VoteBox | undefined): readonly ShownReason[] {
  const byChoice = new Map<string, ShownReason[]>();
  const sorted = reasonsOf(room, box)
    .map(({ seat: _, ...reason }): ShownReason => reason)
    .toSorted((a, b) => compare(b.text ?? '', a.text ?? '') || compare(a.tag ?? '', b.tag ?? ''));
  for (const reason of sorted) {
    const list = byChoice.get(reason.choice) ?? [];
    list.push(reason);
    byChoice.set(reason.choice, list);
  }
  const lists = [...byChoice.values()];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, row) =>
    lists.flatMap((list) => list.slice(row, row + 1)),
  );
  return withinRoom(inTurn.flat(), SHOWN_REASONS);
}

function withinRoom<T>(list: readonly T[], room: number): readonly T[] {
  let used = 0;
  const end = list.findIndex((each) => {
    used += JSON.stringify(each).length;
    return used > room;
  });
  return end === -1 ? list : list.slice(0, end);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
