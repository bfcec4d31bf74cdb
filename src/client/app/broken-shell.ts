import type { Language, Problem } from '../../core/domain/index.ts';
import type { ShellView } from '../../core/view-model/index.ts';
import { noticeFor } from './notices.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/** The title page when there is no scenario: says what is wrong and offers to try again. */
export function brokenShell(
  language: Language,
  languages: ShellView['languages'],
  problems: readonly Problem[],
): ShellView {
  return {
    screen: 'title',
    isPlayable: false,
    language,
    languages: languages.filter(({ id }) => id === language),
    scenarioTitle: document.title,
    scenarios: [],
    hasEasyTexts: false,
    hasLessons: false,
    tiers: [],
    preset: { tier: '' },
    goalQuestion: '',
    goals: [],
    savedRuns: [],
    settings: { ...DEFAULT_SETTINGS, stage: 'off' },
    notices: [noticeFor(problems)],
    isBusy: false,
    isReloadSafe: true,
    library: { sources: [], facts: [], terms: [] },
  };
}
