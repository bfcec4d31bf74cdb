import { failure, type Problem, type Result } from '../../core/domain/index.ts';
import type { Offer } from '../../core/model/index.ts';
import type { Scenario } from '../../core/scenario/index.ts';
import {
  defaultPractice,
  type Practice,
  type PracticeOptions,
  startPractice,
} from '../../core/session/index.ts';
import { textsOf } from '../../core/view-model/index.ts';
import type { GameState } from './game-state.ts';
import type { Page } from './page-history.ts';

/** What the address may say of a practice table: everything optional. */
export interface PracticeWish {
  readonly options: Partial<PracticeOptions>;
  readonly offer?: Offer;
}

/** Opens a practice table as wished; what is not said is as at the first one. */
export function openPractice(
  scenario: Scenario,
  { options, offer }: PracticeWish = { options: {} },
): Result<Practice> {
  const first = defaultPractice(scenario);
  const track = options.track ?? first.track;
  const buyer = scenario.model.tracks.find(({ id }) => id === track)?.buyer;
  const { counterpart: _, ...rest } = first;
  // The setup says everything, and so also that nobody sits opposite; an address says little.
  const isSetUp = options.knowledge !== undefined;
  const seat = options.counterpart ?? (isSetUp ? undefined : buyer);
  return startPractice(
    scenario,
    { ...rest, ...options, track, ...(seat === undefined ? {} : { counterpart: seat }) },
    offer,
  );
}

/** What opens the practice table as wished. Whoever comes back without a wish finds the table as they left it. */
export function createPracticeStart(options: {
  readonly scenario: Scenario;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly showPage: (page: Page, change?: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[]) => void;
}): (wish?: PracticeWish) => void {
  const { scenario, state, update, showPage, report } = options;
  return (wish) => {
    if (!wish && state().practice) return showPage('practice');
    const opened = openPractice(scenario, wish);
    if (!opened.ok) return report(opened.problems);
    const practice = opened.value;
    if (state().page === 'practice') update({ practice });
    else showPage('practice', { practice });
  };
}

/** Problems that name rules or lines of the contract. */
const NAMED: ReadonlySet<string> = new Set(['deal-broken', 'deal-incomplete', 'save-deal-broken']);

/** Names the broken rules in the words of the scenario, for a notice. */
export function brokenRules(
  scenario: Scenario,
  language: string,
  problems: readonly Problem[],
): Readonly<Record<string, string>> | undefined {
  const broken = problems.find(({ code }) => NAMED.has(code));
  if (!broken) return undefined;
  const { model } = textsOf(scenario, language);
  const names = (broken.ids ?? []).map((id) => {
    const [kind, issue = ''] = id.split('.', 2);
    const line = model.issues[issue];
    return model.rules[id] ?? (kind === 'option' ? line?.name : line?.question) ?? `${kind} ${issue}`.trim();
  });
  const isList = broken.code === 'deal-incomplete';
  return { rules: [...new Set(names)].join(isList ? ', ' : ' ') };
}

/**
 * Reads `own=bd80,ctrl=mixed,…`: `deal-malformed` when it is no list of lines. Whether it is a contract is
 * for the table to say.
 */
export function parseDeal(text: string): Result<Offer> {
  const lines = text.split(',').map((line) => line.split('='));
  if (lines.length > 50 || lines.some(([issue, option, ...more]) => !issue || !option || more.length > 0))
    return failure({ code: 'deal-malformed', path: 'deal', message: text.slice(0, 80) });
  return { ok: true, value: Object.fromEntries(lines.map(([issue = '', option = '']) => [issue, option])) };
}
