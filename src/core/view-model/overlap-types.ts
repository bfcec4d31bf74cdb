import type { IsoDate, PartyId, PhaseId } from '../domain/index.ts';

// What a view may know of the overlap picture: which contracts each side accepts, and which all of them.

/** A number of contracts, and the same per thousand of all that are possible: exact, not rounded. */
export interface OverlapCountView {
  readonly count: number;
  readonly perThousand: number;
}

/** The contracts that one side accepts. */
export interface OverlapSetView extends OverlapCountView {
  /** The buyer, the player's own side with its wings, or a ratifier. */
  readonly who: 'buyer' | 'own' | 'ratifier';
  readonly parties: readonly PartyId[];
  /** Of the party; of the player's party for the own side. */
  readonly name: string;
  /** Names of all who have to say yes for this side. */
  readonly members: readonly string[];
  readonly emblem: string;
  readonly color: string;
  /** False: nobody asks this side in this phase yet, so it stands in the way of nothing. */
  readonly hasSay: boolean;
  /** This side has a say here, and had none in the phase before. */
  readonly isNew: boolean;
  /** What is left when this side and all before it have said yes. */
  readonly left: OverlapCountView;
}

/** Dots of the picture that belong to contracts with the same answers. */
export interface OverlapRegionView {
  /** One answer for each set with a say, in order. */
  readonly answers: readonly boolean[];
  readonly dots: number;
}

export interface OverlapPhaseView {
  readonly id: PhaseId;
  readonly title: string;
  readonly date: IsoDate;
  /** All contracts that are possible at this table. */
  readonly valid: number;
  readonly sets: readonly OverlapSetView[];
  /** Everyone with a say accepts these. */
  readonly agreed: OverlapCountView;
  /** The same thousand dots in every phase; regions without a dot are left out. */
  readonly regions: readonly OverlapRegionView[];
  /** Contracts that fail on the side that is new, and on nobody else. */
  readonly lost?: OverlapCountView & { readonly name: string };
}

/** The picture of one table over some phases; it is counted while the scene can be read already. */
export type OverlapView = { readonly track: string } & (
  | { readonly state: 'working'; readonly share: number; readonly phaseCount: number }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly phases: readonly OverlapPhaseView[] }
);
