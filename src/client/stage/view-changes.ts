import { daysBetween } from '../../core/domain/index.ts';
import type { PartyView, PlayView, RelationView } from '../../core/view-model/index.ts';

/** What a new view moves on the stage, compared with the one before. */
export interface StageChanges {
  /** Parties whose face or pips differ: these move. */
  readonly parties: ReadonlySet<string>;
  /** Relations that are new or changed their style: these are drawn anew. */
  readonly relations: ReadonlySet<string>;
  readonly newSpeaker?: string;
  readonly newStamps: ReadonlySet<string>;
  /** Days that passed since; 0 on the same day or when the run went back. */
  readonly daysPassed: number;
}

/** Without a view before, nothing moves: the stage shows the state as it is. */
export function changesBetween(before: PlayView | undefined, after: PlayView): StageChanges {
  if (!before) {
    return { parties: new Set(), relations: new Set(), newStamps: idsOf(after.stamps), daysPassed: 0 };
  }
  const speaker = after.parties.find(({ isSpeaking }) => isSpeaking)?.id;
  const lastSpeaker = before.parties.find(({ isSpeaking }) => isSpeaking)?.id;
  const oldStamps = idsOf(before.stamps);
  const days = daysBetween(before.masthead.date, after.masthead.date);
  return {
    parties: changedIds(
      before.parties,
      after.parties,
      (one, other) => isSameParty(one, other),
      ({ id }) => id,
    ),
    relations: changedIds(
      before.relations,
      after.relations,
      (one, other) => one.style === other.style,
      ({ party }) => party,
    ),
    ...(speaker !== undefined && speaker !== lastSpeaker ? { newSpeaker: speaker } : {}),
    newStamps: new Set(after.stamps.map(({ id }) => id).filter((id) => !oldStamps.has(id))),
    daysPassed: Math.max(0, days),
  };
}

function idsOf(stamps: PlayView['stamps']): ReadonlySet<string> {
  return new Set(stamps.map(({ id }) => id));
}

function isSameParty(one: PartyView, other: PartyView): boolean {
  return one.mood === other.mood && one.approval === other.approval && one.figure === other.figure;
}

function changedIds<T extends PartyView | RelationView>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
  idOf: (item: T) => string,
): ReadonlySet<string> {
  const old = new Map(before.map((item) => [idOf(item), item]));
  const changed = after.filter((item) => {
    const match = old.get(idOf(item));
    return !match || !isSame(match, item);
  });
  return new Set(changed.map(idOf));
}
