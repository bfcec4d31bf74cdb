import type { PartyId } from '../domain/index.ts';
import { judge, type NegotiationModel } from '../model/index.ts';
import type { QuizItem } from './scenario.ts';

/** What can be chosen, ordered or matched, in the order of the file; nothing for an estimate. */
export function quizOptions(
  item: QuizItem,
): readonly { readonly id: string; readonly misconception?: string }[] {
  return item.type === 'estimate' ? [] : item.options;
}

/** Everybody whose word counts for a contract, and whether it is a no: nobody is trusted more or less. */
export function votesOn(
  model: NegotiationModel,
  { track, phase, hasOwnSuit, offer }: Extract<QuizItem, { readonly type: 'veto' }>['contract'],
): readonly { readonly party: PartyId; readonly isNo: boolean }[] {
  const votes = judge(model, track, offer, { phase, hasOwnSuit, trust: {}, goodwill: {} });
  return votes.map(({ party, yes }) => ({ party, isNo: !yes }));
}
