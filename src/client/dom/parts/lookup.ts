import type { FactView, TermView } from '../../../core/view-model/index.ts';
import { useDom } from './env.ts';

/** A cited fact: first among the notes of this screen, then in the whole library. */
export function useFact(id: string): FactView | undefined {
  const { view } = useDom();
  const isIt = (fact: FactView) => fact.id === id;
  return view.play?.footnotes.find(isIt) ?? view.library.facts.find(isIt);
}

export function useTerm(id: string): TermView | undefined {
  const { view } = useDom();
  const isIt = (term: TermView) => term.id === id;
  return view.library.terms.find(isIt) ?? view.play?.notebook.terms.find(isIt);
}
