import type { Language } from '../domain/index.ts';
import type { Overlap, OverlapSide } from '../model/index.ts';
import type { Scenario, ScenarioTexts, Scene } from '../scenario/index.ts';
import { apportion } from './apportion.ts';
import type {
  OverlapCountView,
  OverlapPhaseView,
  OverlapRegionView,
  OverlapSetView,
  OverlapView,
} from './overlap-types.ts';
import { textsOf } from './run-history.ts';

type OverlapWish = NonNullable<Scene['overlap']>;

/** How far the counting is. `ready`: one overlap for each phase of the wish. */
export type OverlapCounting =
  | { readonly state: 'working'; readonly share: number }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly overlaps: readonly Overlap[] };

/** What the scene on screen wants to have counted. */
export function wishedOverlap(scenario: Scenario, sceneId: string | undefined): OverlapWish | undefined {
  return scenario.scenes.find(({ id }) => id === sceneId)?.overlap;
}

/** The picture in words and numbers, in one language. */
export function presentOverlap(
  scenario: Scenario,
  language: Language,
  { wish, counting }: { readonly wish: OverlapWish; readonly counting: OverlapCounting },
): OverlapView {
  const texts = textsOf(scenario, language);
  const track = texts.model.tracks[wish.track] ?? wish.track;
  switch (counting.state) {
    case 'working':
      return { state: 'working', track, share: counting.share, phaseCount: wish.phases.length };
    case 'failed':
      return { state: 'failed', track };
    case 'ready':
      return {
        state: 'ready',
        track,
        phases: counting.overlaps.map((overlap, index) =>
          presentPhase(scenario, texts, { overlap, before: counting.overlaps[index - 1] }),
        ),
      };
  }
}

interface PhaseCounts {
  readonly overlap: Overlap;
  readonly before: Overlap | undefined;
}

function presentPhase(
  scenario: Scenario,
  texts: ScenarioTexts,
  { overlap, before }: PhaseCounts,
): OverlapPhaseView {
  const { valid, sides, agreed, phase, blockers } = overlap;
  const nameOf = (party: string) => texts.parties.parties[party]?.name ?? party;
  const emblemOf = (party: string) => scenario.parties.find(({ id }) => id === party)?.emblem ?? party;
  const isNew = (side: OverlapSide, index: number) => side.hasSay && before?.sides[index]?.hasSay === false;
  const joined = sides.find(isNew);
  const face = joined && faceOf(scenario, joined);
  return {
    id: phase,
    title: texts.model.phases[phase] ?? phase,
    date: scenario.model.phases.find(({ id }) => id === phase)?.date ?? '',
    valid,
    sets: sides.map((side, index): OverlapSetView => {
      const party = faceOf(scenario, side);
      return {
        who: side.role === 'self' ? 'own' : side.role,
        parties: side.parties,
        name: nameOf(party),
        members: side.parties.map(nameOf),
        emblem: emblemOf(party),
        color: scenario.parties.find(({ id }) => id === party)?.color ?? '',
        hasSay: side.hasSay,
        isNew: isNew(side, index),
        ...countOf(side.accepted, valid),
        left: countOf(side.left, valid),
      };
    }),
    agreed: countOf(agreed, valid),
    regions: regionsOf(overlap),
    ...(face === undefined
      ? {}
      : {
          lost: {
            name: nameOf(face),
            ...countOf(blockers.find(({ party }) => party === face)?.alone ?? 0, valid),
          },
        }),
  };
}

/** The party that stands for a side: the player's own among its wings. */
function faceOf({ manifest }: Scenario, { parties }: OverlapSide): string {
  return parties.find((party) => party === manifest.player) ?? parties[0] ?? '';
}

function countOf(count: number, valid: number): OverlapCountView {
  return { count, perThousand: valid === 0 ? 0 : (count / valid) * DOTS };
}

/** The picture has one dot for each thousandth. */
const DOTS = 1000;

/**
 * Deals the dots out so that what is left after each side has as many as the rounded number beside it says. Less than
 * a whole dot is none: the picture shows no overlap where hardly one is. The rest goes by largest remainder.
 */
function regionsOf({ regions, sides, valid }: Overlap): readonly OverlapRegionView[] {
  if (valid === 0) return [];
  const asked = sides.map(({ hasSay }, index) => ({ hasSay, index })).filter(({ hasSay }) => hasSay);
  // Who has no say accepts everything, so its bit is always set.
  const answersOf = (region: number) => asked.map(({ index }) => (region & (1 << index)) !== 0);
  const cells = regions
    .map((count, region) => ({ count, answers: answersOf(region), dots: 0 }))
    .filter(({ count }) => count > 0);
  let open = DOTS;
  asked.forEach((_, step) => {
    const left = cells.filter(({ answers }) => answers.slice(0, step + 1).every((yes) => yes));
    const kept = wholeDots(left.reduce((sum, { count }) => sum + count, 0) / valid);
    const refused = cells.filter(
      ({ answers }) => answers.slice(0, step).every((yes) => yes) && answers[step] === false,
    );
    // Nobody refuses: then nothing is lost to rounding either.
    if (refused.length === 0) return;
    dealOut(refused, open - kept);
    open = kept;
  });
  const agreed = cells.find(({ answers }) => answers.every((yes) => yes));
  if (agreed) agreed.dots = open;
  return cells.filter(({ dots }) => dots > 0).map(({ answers, dots }) => ({ answers, dots }));
}

function wholeDots(share: number): number {
  return share * DOTS < 1 ? 0 : Math.round(share * DOTS);
}

function dealOut(cells: readonly { readonly count: number; dots: number }[], dots: number): void {
  const shares = apportion(
    cells.map(({ count }) => count),
    dots,
  );
  cells.forEach((cell, at) => {
    cell.dots = shares[at] ?? 0;
  });
}
