import type { ClassSummary } from '../../../core/classroom/index.ts';
import { createTranslator } from '../../../core/i18n/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import {
  type ClassDebriefView,
  type ClassTakeIntent,
  type ClassWorking,
  type loadClassDebriefView,
  textsOf,
} from '../../../core/view-model/index.ts';
import { csvText, separatorIn } from '../debrief/csv.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState } from '../game-state.ts';
import { loadWholeCatalogue } from '../languages.ts';
import { classSheets } from './class-sheets.ts';

// Loaded with the first summary of a class.

export interface ClassDebriefDesk {
  /** The same object as long as nothing has changed. Asks the worker for the contracts when they are new. */
  viewOf(summary: ClassSummary, tier: string): ClassDebriefView;
  /** Brings what writes files, which `take` would otherwise fetch. */
  prepareFiles(): Promise<void>;
  /** Hands over what was shown last, as a file. */
  take(what: ClassTakeIntent['what']): Promise<void>;
}

export interface ClassDebriefOptions {
  readonly scenario: Scenario;
  readonly ports: Pick<GamePorts, 'work' | 'download' | 'now'>;
  readonly state: () => Pick<GameState, 'language' | 'settings'>;
  /** Draws anew: more is known than before. */
  readonly update: () => void;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Large, and not everybody's. */
const loadWorkbook = () => import('./class-workbook.ts');

export function createClassDebriefDesk(
  { scenario, ports, state, update }: ClassDebriefOptions,
  { classDeals, presentClassDebrief }: Awaited<ReturnType<typeof loadClassDebriefView>>,
): ClassDebriefDesk {
  let asked: { readonly key: string; working: ClassWorking } | undefined;
  let last: { readonly key: readonly unknown[]; readonly view: ClassDebriefView } | undefined;

  const workingOn = (summary: ClassSummary, tier: string): ClassWorking => {
    const deals = classDeals(summary);
    const key = JSON.stringify([tier, deals]);
    if (asked?.key === key) return asked.working;
    if (deals.length === 0) {
      asked = { key, working: { state: 'ready', clouds: [] } };
      return asked.working;
    }
    const own: { readonly key: string; working: ClassWorking } = { key, working: { state: 'working' } };
    asked = own;
    const learn = (working: ClassWorking): void => {
      own.working = working;
      if (asked === own) update();
    };
    ports.work.classDeals({ tier, deals }).then(
      (clouds) => learn({ state: 'ready', clouds }),
      () => learn({ state: 'failed' }),
    );
    return own.working;
  };

  return {
    viewOf: (summary, tier) => {
      const working = workingOn(summary, tier);
      const { language, settings } = state();
      const key = [summary, working, language, settings.reading];
      if (last?.key.every((part, at) => part === key[at])) return last.view;
      const texts = textsOf(scenario, language, settings.reading);
      last = { key, view: presentClassDebrief(scenario, texts, { summary, working }) };
      return last.view;
    },
    prepareFiles: async () => {
      await Promise.all([loadWholeCatalogue(state().language), loadWorkbook()]);
    },
    take: async (what) => {
      if (!last) return;
      const { language } = state();
      const { view } = last;
      const translate = createTranslator(language, await loadWholeCatalogue(language));
      const sheets = classSheets(view, (key, params) => translate(params ? { key, params } : { key }));
      const name = `${scenario.manifest.id}-${ports.now().toISOString().slice(0, 10)}-class`;
      if (what === 'csv') {
        const rows = sheets.flatMap((sheet) => [[sheet.name], ...sheet.rows, []]);
        const content = csvText(rows, separatorIn(language));
        return ports.download(`${name}.csv`, content, 'text/csv;charset=utf-8');
      }
      const { classWorkbook } = await loadWorkbook();
      ports.download(`${name}.xlsx`, await classWorkbook(sheets), XLSX);
    },
  };
}
