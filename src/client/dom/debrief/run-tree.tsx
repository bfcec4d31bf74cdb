import type { RunTreeNodeView, WhatIfView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { RunTreeList } from './run-tree-list.tsx';
import { RunTreePicture } from './run-tree-picture.tsx';

const WORDS = { fork: 'debrief.whatIf.tree.fork', step: 'debrief.whatIf.tree.step' };

/** The runs of this device: where they part and where they end, as a picture and as a list. */
export function RunTree({ whatIf: { tree, isReading } }: { readonly whatIf: WhatIfView }) {
  const t = useWords();
  const { runs, forks, hasMore, root } = tree;
  return (
    <section class="what-if" aria-labelledby="what-if-tree">
      <h3 id="what-if-tree">{t('debrief.whatIf.tree')}</h3>
      <p role="status">
        {isReading
          ? t('debrief.whatIf.tree.reading')
          : t('debrief.whatIf.tree.lead', {
              runs,
              forks,
              others: runs - 1,
              hasMore: hasMore ? 'yes' : 'no',
            })}
      </p>
      {root.fork && (
        <>
          <RunTreePicture tree={tree} />
          <p class="run-tree__legend">{t('debrief.whatIf.tree.legend')}</p>
          <div class="run-tree__list">
            <RunTreeList node={root} words={WORDS} end={(leaf) => <End leaf={leaf} />} />
          </div>
        </>
      )}
    </section>
  );
}

function End({ leaf: { folded, runs, isThis, ending } }: { readonly leaf: RunTreeNodeView }) {
  const t = useWords();
  return (
    <p class="run-tree__end" data-this={isThis}>
      <Icon name={isThis ? 'flag' : 'arrow-right'} />{' '}
      {t('debrief.whatIf.tree.end', {
        folded,
        runs,
        state: ending === undefined ? 'open' : 'ended',
        ending: ending ?? '',
        isThis: isThis ? 'yes' : 'no',
      })}
    </p>
  );
}
