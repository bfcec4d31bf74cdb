import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OverlapPhaseView, OverlapSetView, OverlapView } from '../../../core/view-model/index.ts';
import { Emblem } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { JumpLink } from '../parts/jump-link.tsx';
import { ModelButton } from '../parts/model-card.tsx';
import { COLUMNS, layOutField, ROWS } from './overlap-field.ts';

/** What each side of a table accepts, and what is left for all of them: as a picture, in words, as a table. */
export function OverlapPicture({ overlap }: { readonly overlap: OverlapView }) {
  const t = useWords();
  const { state, track } = overlap;
  return (
    <section
      class="overlap"
      aria-labelledby="overlap-title"
      aria-busy={state === 'working'}
      data-overlap={state}
    >
      <p class="eyebrow">{t('overlap.eyebrow')}</p>
      <h2 id="overlap-title" class="overlap__title" tabIndex={-1}>
        {t('overlap.title', { track })}
      </h2>
      {state !== 'failed' && <p class="overlap__lead">{t('overlap.lead')}</p>}
      {state === 'ready' && <Phases phases={overlap.phases} />}
      {state === 'working' && <Waiting share={overlap.share} phaseCount={overlap.phaseCount} />}
      {/* There from the start, so that it is read out when the counting is over. */}
      <p class="overlap__sum" role="status">
        {state === 'ready' ? <Summary phases={overlap.phases} /> : t(`overlap.${state}`)}
      </p>
      {state === 'ready' && (
        <>
          <details class="overlap__table">
            <summary>{t('overlap.table')}</summary>
            <div class="overlap__tables">
              {overlap.phases.map((phase) => (
                <PhaseTable key={phase.id} phase={phase} />
              ))}
            </div>
          </details>
          <p class="fine-print">{t('overlap.note', { valid: overlap.phases[0]?.valid ?? 0 })}</p>
          <ModelButton kind="quiet" />
        </>
      )}
    </section>
  );
}

/** Above the answers, which the picture must not push away: what it shows in a sentence, and the way to it. */
export function OverlapTeaser({ overlap }: { readonly overlap: OverlapView }) {
  const t = useWords();
  if (overlap.state !== 'ready') return null;
  return (
    <p class="overlap-teaser">
      <Summary phases={overlap.phases} /> <JumpLink to="overlap-title">{t('overlap.see')}</JumpLink>
    </p>
  );
}

/** Of 1,000: less than one is said so, and never rounded to one or to none. */
function sizeOf(perThousand: number): { readonly size: string; readonly count: number } {
  if (perThousand === 0) return { size: 'none', count: 0 };
  return perThousand < 1 ? { size: 'less', count: 0 } : { size: 'some', count: Math.round(perThousand) };
}

function Summary({ phases }: { readonly phases: readonly OverlapPhaseView[] }) {
  const t = useWords();
  const last = phases.at(-1);
  const first = phases[0];
  if (!first || !last) return null;
  const now = sizeOf(last.agreed.perThousand);
  if (first === last) return <>{t('overlap.agreed', now)}</>;
  const before = sizeOf(first.agreed.perThousand);
  const joined = last.sets.find(({ isNew }) => isNew);
  return (
    <>
      {t('overlap.sum', {
        isNew: joined ? 'yes' : 'no',
        name: joined?.name ?? '',
        sizeBefore: before.size,
        before: before.count,
        sizeNow: now.size,
        now: now.count,
      })}{' '}
      {last.lost && t('overlap.lost', { name: last.lost.name, ...sizeOf(last.lost.perThousand) })}
    </>
  );
}

function Phases({ phases }: { readonly phases: readonly OverlapPhaseView[] }) {
  const element = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  // The change is shown when somebody looks. Without motion, or on paper, it has happened already.
  useLayoutEffect(() => {
    if (!element.current || !('IntersectionObserver' in globalThis)) return setSeen(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { threshold: 0.35 },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={element} class="overlap__phases" data-count={phases.length} data-seen={isSeen}>
      {phases.map((phase) => (
        <Phase key={phase.id} phase={phase} />
      ))}
    </div>
  );
}

function Phase({ phase }: { readonly phase: OverlapPhaseView }) {
  const { view } = useDom();
  const t = useWords();
  const agreed = t('overlap.agreed', sizeOf(phase.agreed.perThousand));
  const title = t('overlap.phase', {
    title: phase.title,
    date: dateWords(view.language, phase.date, 'short'),
  });
  return (
    <div class="overlap__phase" data-phase={phase.id} data-agreed={phase.agreed.count}>
      <h3 class="overlap__when">{title}</h3>
      <p class={`overlap__agreed${phase.agreed.count === 0 ? ' overlap__agreed--none' : ''}`}>{agreed}</p>
      <Field phase={phase} label={t('overlap.picture', { title, agreed })} />
      <Legend phase={phase} />
    </div>
  );
}

/** Width of a dot in squares of the grid. */
const DOT = { smallest: 0.16, largest: 0.84 };
/** Above 1 the dots of all stand out more. */
const CONTRAST = 1.5;

function Field({ phase, label }: { readonly phase: OverlapPhaseView; readonly label: string }) {
  const { emblems } = useDom();
  const field = useMemo(() => layOutField(phase), [phase]);
  const layers = phase.sets
    .map((set, index) => ({ set, area: field.areas[index] }))
    .sort((a, b) => b.set.count - a.set.count);
  return (
    <svg class="overlap__field" viewBox={`-1 -1 ${COLUMNS + 2} ${ROWS + 2}`} role="img" aria-label={label}>
      {/* The widest set lies at the bottom. */}
      {layers.map(
        ({ set, area }) =>
          area && (
            <path
              key={set.emblem}
              class={`overlap__area overlap__area--${set.who}${set.isNew ? ' overlap__area--new' : ''}`}
              data-color={set.color}
              data-set={set.parties.join(' ')}
              d={area.path}
            />
          ),
      )}
      {field.lost && <path class="overlap__lost" d={field.lost.path} />}
      {field.agreed && <path class="overlap__all" d={field.agreed.path} />}
      {field.dots.map(({ share, path }) => (
        <path
          key={share}
          class={`overlap__dots${share === 1 ? ' overlap__dots--all' : ''}`}
          stroke-width={DOT.smallest + share ** CONTRAST * (DOT.largest - DOT.smallest)}
          d={path}
        />
      ))}
      {layers.map(
        ({ set, area }) =>
          area && (
            <svg
              key={set.emblem}
              class={`overlap__badge${set.isNew ? ' overlap__badge--new' : ''}`}
              x={area.badge.x - 1.5}
              y={area.badge.y - 1.5}
              width="3"
              height="3"
              viewBox={emblems.viewBox}
              dangerouslySetInnerHTML={{ __html: emblems.emblems[set.emblem] ?? '' }}
            />
          ),
      )}
    </svg>
  );
}

function Legend({ phase }: { readonly phase: OverlapPhaseView }) {
  const t = useWords();
  const joined = phase.sets.find(({ isNew }) => isNew);
  return (
    <>
      <ul class="overlap__sides">
        {phase.sets.map((set) => (
          <li
            key={set.emblem}
            class={`overlap__side overlap__side--${set.who}`}
            data-color={set.color}
            data-side={set.parties.join(' ')}
            data-say={set.hasSay}
          >
            <Emblem name={set.emblem} />
            <b class="overlap__name">{t('overlap.who', { who: set.who, name: set.name })}</b>
            <span class="overlap__count">
              {set.hasSay ? t('overlap.accepts', sizeOf(set.perThousand)) : t('overlap.noSay')}
            </span>
          </li>
        ))}
      </ul>
      <p class="overlap__keys">
        <span>
          <i class="overlap__key overlap__key--all" /> {t('overlap.key.all')}
        </span>
        {joined && (
          <span>
            <i class="overlap__key overlap__key--lost" /> {t('overlap.key.lost', { name: joined.name })}
          </span>
        )}
      </p>
    </>
  );
}

/** The same numbers, not rounded. */
function PhaseTable({ phase }: { readonly phase: OverlapPhaseView }) {
  const { view } = useDom();
  const t = useWords();
  const number = (count: number) => t('overlap.number', { count });
  return (
    <table class="numbers">
      <caption>
        {t('overlap.table.caption', {
          title: phase.title,
          date: dateWords(view.language, phase.date, 'short'),
          valid: phase.valid,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('overlap.table.side')}</th>
          <th scope="col">{t('overlap.table.accepts')}</th>
          <th scope="col">{t('overlap.table.left')}</th>
        </tr>
      </thead>
      <tbody>
        {phase.sets.map((set) => (
          <tr key={set.emblem} data-row={set.parties.join(' ')}>
            <th scope="row">
              {t('overlap.who', { who: set.who, name: set.name })}
              <Members set={set} />
            </th>
            <td>{set.hasSay ? number(set.count) : t('overlap.noSay')}</td>
            <td>{number(set.left.count)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr data-row="all">
          <th scope="row" colSpan={2}>
            {t('overlap.table.all')}
          </th>
          <td>{number(phase.agreed.count)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Who has to say yes on a side that is more than one. */
function Members({ set }: { readonly set: OverlapSetView }) {
  const { view } = useDom();
  if (set.members.length < 2) return null;
  return <span class="numbers__note">{new Intl.ListFormat(view.language).format(set.members)}</span>;
}

function Waiting({ share, phaseCount }: { readonly share: number; readonly phaseCount: number }) {
  const t = useWords();
  return (
    <>
      <progress class="overlap__progress" max={1} value={share} aria-label={t('overlap.working')} />
      <div class="overlap__phases" data-count={phaseCount} aria-hidden="true">
        {Array.from({ length: phaseCount }, (_, index) => (
          <div key={index} class="overlap__phase overlap__phase--empty" />
        ))}
      </div>
    </>
  );
}
