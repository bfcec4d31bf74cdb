import type { PartyId } from '../domain/index.ts';
import { isRight } from '../quiz/index.ts';
import { type Move, offerErrors, playMove, type TableSetting, type Talks } from '../strategy/index.ts';
import { tableSetting } from './open-table.ts';
import { inIssueOrder, markFired, type Outcome } from './perform.ts';
import { type RunContext, TABLE_INTENTS, type TableIntent } from './run.ts';
import { DEAL_REFUSED } from './run-state.ts';
import type { StoryView } from './story-rules.ts';

// What the story region does at an open table. The statechart and the kernel both ask here.

export function isTableIntent(event: { readonly type: string }): event is TableIntent {
  return TABLE_INTENTS.some((type) => type === event.type);
}

/** The run after a move at the open table; undefined when the move is not possible now. */
export function takeTableIntent(view: StoryView, intent: TableIntent): Outcome | undefined {
  const { context } = view.state;
  const { talks } = context;
  if (!talks || intent.scene !== context.sceneId) return undefined;
  if ('turn' in intent && intent.turn !== talks.turns.length) return undefined;
  const setting = tableSetting(view, talks.track, talks.counterpart);
  if ('offer' in intent && offerErrors(setting, intent.offer).length > 0) return undefined;
  const move = moveOf(view, setting, talks, intent);
  const next = move && playMove(setting, talks, move);
  if (!next) return undefined;
  const known = intent.type === 'table.ask' ? withAnswer(view, intent.party) : context;
  return next.status === 'open'
    ? { context: { ...known, talks: next }, raised: [] }
    : closeTable(view, known, next);
}

function moveOf(view: StoryView, setting: TableSetting, talks: Talks, intent: TableIntent): Move | undefined {
  const { scenario, quantities } = view;
  switch (intent.type) {
    case 'table.lay':
      return { kind: 'lay', offer: inIssueOrder(scenario, intent.offer) };
    case 'table.propose':
      return { kind: 'propose', offer: inIssueOrder(scenario, intent.offer) };
    case 'table.final': {
      const offer = inIssueOrder(scenario, intent.offer);
      const isSigned = quantities.isSigned(scenario, talks.track, offer, setting.circumstances);
      return { kind: 'final', offer, isSigned };
    }
    case 'table.accept':
      return { kind: 'accept' };
    case 'table.ask': {
      const { party } = intent;
      const isFree = insightsLeft(view) > 0;
      return isAskable(setting, party) ? { kind: 'ask', party, isFree } : undefined;
    }
    case 'table.leave':
      return { kind: 'leave' };
  }
}

/** Who can be asked: everyone with wishes of their own beside the own side, and no other buyer. */
export function isAskable(
  { model, counterpart }: Pick<TableSetting, 'model' | 'counterpart'>,
  party: PartyId,
): boolean {
  const preference = model.preferences.find((candidate) => candidate.party === party);
  if (!preference || preference.role === 'self') return false;
  return preference.role === 'ratifier' || party === counterpart;
}

/** Right answers in the quiz that have not been spent on a question yet. */
export function insightsLeft({ tables, state }: Pick<StoryView, 'tables' | 'state'>): number {
  const { quizAnswers, insightsSpent } = state.context;
  const right = Object.entries(quizAnswers).filter(([id, { response }]) => {
    const item = tables.quiz.get(id);
    return item !== undefined && isRight(item, response);
  });
  return right.length - insightsSpent;
}

function withAnswer(view: StoryView, party: PartyId): RunContext {
  const { state, quantities } = view;
  const spent = insightsLeft(view) > 0 ? 1 : 0;
  const asked = quantities.addInfo(state.context, party, 1);
  return { ...asked, insightsSpent: asked.insightsSpent + spent };
}

/** The table is over: what was signed holds, and every region hears of it. */
function closeTable({ scenario }: StoryView, context: RunContext, talks: Talks): Outcome {
  const { talks: _, ...rest } = context;
  const isSigned = talks.status === 'signed';
  const { track, draft, offer, used, turns } = talks;
  const table = {
    track,
    draft,
    offer,
    signed: isSigned,
    date: context.date,
    rounds: used,
    left: talks.status === 'left',
    turns,
  };
  const signs = scenario.model.tracks.find(({ id }) => id === track)?.signs;
  const event = isSigned && signs !== undefined ? signs : DEAL_REFUSED;
  const closed: RunContext = isSigned ? { ...rest, agreement: { track, offer }, table } : { ...rest, table };
  return { context: markFired(closed, event), raised: [{ type: event }] };
}
