import type { ClassDebriefView, RunTreeNodeView } from '../../../core/view-model/index.ts';
import { RunTreeList } from '../debrief/run-tree-list.tsx';
import { RunTreePicture } from '../debrief/run-tree-picture.tsx';
import { useWords } from '../parts/env.ts';
import { CountRow } from './count-row.tsx';

const WORDS = { fork: 'class-debrief.tree.fork', step: 'class-debrief.tree.step' };

/** Which endings the runs came to, and how many. */
export function ClassEndings({ debrief }: { readonly debrief: ClassDebriefView }) {
  const t = useWords();
  const { endings, possibleEndings, open, runs } = debrief;
  return (
    <>
      <h3>{t('class-debrief.endings')}</h3>
      <p>{t('class-debrief.endings.lead', { found: endings.length, all: possibleEndings })}</p>
      <ul class="count-rows">
        {endings.map(({ id, label, count, percent }) => (
          <CountRow key={id} count={count} percent={percent}>
            {label}
          </CountRow>
        ))}
        {open > 0 && (
          <CountRow count={open} percent={Math.round((open / runs) * 100)}>
            {t('class-debrief.endings.open')}
          </CountRow>
        )}
      </ul>
    </>
  );
}

/** Where the runs of a class part, with the number of runs on each way: as a picture and as a list. */
export function ClassPaths({ debrief: { tree } }: { readonly debrief: ClassDebriefView }) {
  const t = useWords();
  if (!tree?.root.fork) return null;
  return (
    <>
      <h3>{t('class-debrief.tree')}</h3>
      <p>{t('class-debrief.tree.lead', { runs: tree.runs, forks: tree.forks })}</p>
      <RunTreePicture tree={tree} labelOf={(leaf) => t('class-debrief.tree.label', endOf(leaf))} />
      <details class="class-debrief__more">
        <summary>{t('class-debrief.tree.list')}</summary>
        <div class="run-tree__list">
          <RunTreeList
            node={tree.root}
            words={WORDS}
            end={(leaf) => (
              <p class="run-tree__end">
                {t('class-debrief.tree.end', { ...endOf(leaf), folded: leaf.folded })}
              </p>
            )}
          />
        </div>
      </details>
    </>
  );
}

function endOf({ ending, runs }: RunTreeNodeView) {
  return { state: ending === undefined ? 'open' : 'ended', ending: ending ?? '', runs };
}
