import type { TrackId } from '../../../core/domain/index.ts';
import type { PracticeOptions, PracticeSetupView } from '../../../core/view-model/index.ts';

/** Another contract has other people opposite; who sits there already stays if possible. */
export function withTrack(
  options: PracticeOptions,
  track: TrackId,
  { counterparts }: PracticeSetupView,
): PracticeOptions {
  const ids = (counterparts[track] ?? []).map(({ id }) => id);
  const { counterpart } = options;
  const next = counterpart !== undefined && ids.includes(counterpart) ? counterpart : ids[0];
  return withCounterpart({ ...options, track }, next ?? '');
}

/** An empty id seats nobody. */
export function withCounterpart(options: PracticeOptions, counterpart: string): PracticeOptions {
  const { counterpart: _, ...rest } = options;
  return counterpart === '' ? rest : { ...rest, counterpart };
}
