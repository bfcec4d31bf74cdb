import type { ComponentChild } from 'preact';
import type { RunTreeNodeView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

interface RunTreeListProps {
  readonly node: RunTreeNodeView;
  readonly words: {
    /** Key of the message for a fork: `folded`, `number`, `hasTitle`, `title`. */
    readonly fork: string;
    /** Key of the message for a way: `mark`, `kind`, `title`, `choice`, `runs`. */
    readonly step: string;
  };
  readonly end: (leaf: RunTreeNodeView) => ComponentChild;
}

/** What comes after a node, in words: the fork at its end and the ways from there, or the ending. */
export function RunTreeList({ node, words, end }: RunTreeListProps) {
  const t = useWords();
  const { fork, folded } = node;
  if (!fork) return <>{end(node)}</>;
  return (
    <>
      <p class="run-tree__fork">
        {t(words.fork, {
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
              {t(words.step, {
                mark: branch.mark,
                kind: branch.step ? (fork.title === undefined ? 'scene' : 'choice') : 'same',
                title: branch.step?.title ?? '',
                choice: branch.step?.choice ?? '',
                runs: branch.runs,
              })}
            </p>
            <RunTreeList node={branch} words={words} end={end} />
          </li>
        ))}
      </ul>
    </>
  );
}
