import { loadWholeCatalogue } from '../../src/client/app/languages.ts';
import { summaryOf } from '../../src/core/classroom/index.ts';
import { workOutClassDeals } from '../../src/core/debrief/index.ts';
import { createTranslator, type Translator } from '../../src/core/i18n/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import {
  classDeals,
  presentClassDebrief,
} from '../../src/core/view-model/class-debrief/class-debrief-view.ts';
import { type ClassDebriefView, textsOf } from '../../src/core/view-model/index.ts';
import { classLog, type Lesson } from './class-log.ts';
import { finished } from './debrief-runs.ts';

/** The debrief of a lesson with all its work done. */
export function classDebriefOf(scenario: Scenario, lesson: Lesson, language = 'en'): ClassDebriefView {
  const summary = summaryOf(scenario, classLog(scenario, lesson));
  const tier = lesson.tier ?? scenario.manifest.tiers[0] ?? '';
  const clouds = finished(workOutClassDeals(scenario, tier, classDeals(summary)));
  return presentClassDebrief(scenario, textsOf(scenario, language), {
    summary,
    working: { state: 'ready', clouds },
  });
}

/** All words of a language, by key and parameters. */
export async function wordsIn(
  language: string,
): Promise<(key: string, params?: Parameters<Translator>[0]['params']) => string> {
  const translate = createTranslator(language, await loadWholeCatalogue(language));
  return (key, params) => translate(params ? { key, params } : { key });
}
