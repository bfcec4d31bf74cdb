import type { Language } from '../../core/domain/index.ts';
import { circumstancesAt } from '../../core/machine/index.ts';
import type { Scenario } from '../../core/scenario/index.ts';
import type { Frame } from '../../core/session/index.ts';
import {
  type OverlapCounting,
  type OverlapView,
  presentOverlap,
  wishedOverlap,
} from '../../core/view-model/index.ts';
import type { OpenRun } from './game-state.ts';
import type { WorkDesk } from './work/work-desk.ts';

/** Has the overlap of a scene counted while the scene is being read. */
export interface OverlapLink {
  /** The picture that belongs to where the run is, as far as it is counted; asks for it when it is new. */
  viewOf(run: OpenRun, language: Language): OverlapView | undefined;
}

export interface OverlapLinkOptions {
  readonly scenario: Scenario;
  readonly work: WorkDesk;
  /** More is known than before. */
  readonly onChange: () => void;
}

export function createOverlapLink({ scenario, work, onChange }: OverlapLinkOptions): OverlapLink {
  let asked: { readonly key: string; counting: OverlapCounting } | undefined;
  let last:
    | { readonly counting: OverlapCounting; readonly language: Language; view: OverlapView }
    | undefined;

  const ask = (key: string, frame: Frame, tier: string): OverlapCounting => {
    const wish = wishedOverlap(scenario, frame.context.sceneId);
    const counting: OverlapCounting = { state: 'working', share: 0 };
    asked = { key, counting };
    const learn = (news: OverlapCounting): void => {
      // The run has gone on to something else.
      if (asked?.key !== key) return;
      asked = { key, counting: news };
      onChange();
    };
    const now = circumstancesAt(scenario, frame);
    work
      .overlap(
        {
          track: wish?.track ?? '',
          tier,
          // Everything is as it is now, but for the thresholds and vetoes of the phase.
          circumstances: (wish?.phases ?? []).map((phase) => ({ ...now, phase })),
        },
        (share) => learn({ state: 'working', share }),
      )
      .then(
        (overlaps) => learn({ state: 'ready', overlaps }),
        () => learn({ state: 'failed' }),
      );
    return counting;
  };

  return {
    viewOf: ({ session, tier }, language) => {
      const frame = session.frame();
      const wish = wishedOverlap(scenario, frame.context.sceneId);
      if (!wish || (frame.story !== 'decide' && frame.story !== 'present')) {
        // Whoever comes back may have it counted again, should it have failed.
        asked = undefined;
        return undefined;
      }
      const key = JSON.stringify([wish, tier, circumstancesAt(scenario, frame)]);
      const counting = asked?.key === key ? asked.counting : ask(key, frame, tier);
      if (last?.counting !== counting || last.language !== language)
        last = { counting, language, view: presentOverlap(scenario, language, { wish, counting }) };
      return last.view;
    },
  };
}
