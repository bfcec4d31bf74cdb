import type { RunTreeNodeView, WhatIfView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { RunTreePicture } from './run-tree-picture.tsx';

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
            <Branches node={root} />
          </div>
        </>
      )}
    </section>
  );
}

/** What comes after a node: the fork at its end and the ways from there, or the ending. */
function Branches({ node }: { readonly node: RunTreeNodeView }) {
  const t = useWords();
  const { fork, folded, runs, isThis, ending } = node;
  if (!fork)
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
  return (
    <>
      <p class="run-tree__fork">
        {t('debrief.whatIf.tree.fork', {
          folded,
          number: fork.number,
          hasTitle: fork.title === undefined ? 'no' : 'yes',
          title: fork.title ?? '',
        })}
      </p>
      <ul>
        {fork.branches.map((branch) => (
          <li key={branch.mark} data-branch={branch.mark} data-this={branch.isThis}>
            <p class="run-tree__step">
              {t('debrief.whatIf.tree.step', {
                mark: branch.mark,
                kind: branch.step ? (fork.title === undefined ? 'scene' : 'choice') : 'same',
                title: branch.step?.title ?? '',
                choice: branch.step?.choice ?? '',
              })}
            </p>
            <Branches node={branch} />
          </li>
        ))}
      </ul>
    </>
  );
}
