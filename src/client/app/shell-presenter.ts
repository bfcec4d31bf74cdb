import type { Language } from '../../core/domain/index.ts';
import type { Scenario, ScenarioTexts } from '../../core/scenario/index.ts';
import type { Frame } from '../../core/session/index.ts';
import {
  type CoverView,
  type PlayView,
  plainText,
  present,
  presentLibrary,
  type Screen,
  type ShellView,
  textsOf,
} from '../../core/view-model/index.ts';
import type { GameOptions, GameState, OpenRun } from './game-state.ts';
import { presentSavedRun } from './saved-runs.ts';

/** Makes the function that turns the state of the game into what the page shows. */
export function createShellPresenter(options: GameOptions): (state: GameState) => ShellView {
  const { scenario } = options;
  const playOf = cachedPlay(scenario);
  const libraryOf = cached((language: Language) => presentLibrary(scenario, textsOf(scenario, language)));
  const fixed = cached((language: Language) => wordsOfScenario(scenario, language));
  return (state) => {
    const { language, settings, notices, caption, isBusy, run, stored } = state;
    const texts = textsOf(scenario, language);
    const play = run && playOf(run, language);
    return {
      screen: screenOf(state, play),
      isPlayable: true,
      language,
      languages: options.languages,
      ...fixed(language),
      preset: {
        tier: options.tier ?? scenario.manifest.tiers[Math.min(1, scenario.manifest.tiers.length - 1)] ?? '',
        ...(options.seed === undefined ? {} : { seed: options.seed }),
      },
      savedRuns: stored.map((value) => presentSavedRun(scenario, texts, value)),
      settings,
      notices,
      ...(caption ? { caption } : {}),
      isBusy,
      ...(play ? { play } : {}),
      library: libraryOf(language),
    };
  };
}

function screenOf({ page, run }: GameState, play: PlayView | undefined): Screen {
  if (page !== 'run') return page;
  if (!run || !play) return 'title';
  switch (play.state) {
    case 'quiz':
      return 'quiz';
    case 'ended':
      return 'ending';
    default:
      return 'play';
  }
}

function wordsOfScenario(
  scenario: Scenario,
  language: Language,
): Pick<ShellView, 'scenarioTitle' | 'cover' | 'tiers' | 'goalQuestion' | 'goals'> {
  const { manifest, scenes } = textsOf(scenario, language);
  const goalScene = scenario.scenes.find(({ kind }) => kind === 'goal');
  const words = scenes[goalScene?.id ?? ''];
  return {
    scenarioTitle: manifest.title,
    cover: coverOf(scenario, manifest),
    tiers: scenario.manifest.tiers.map((id) => ({ id, name: id, about: '', ...manifest.tiers[id] })),
    goalQuestion: words?.question ?? words?.title ?? '',
    goals: (goalScene?.choices ?? []).map(({ id }) => ({
      id,
      label: plainText(words?.choices[id]?.label ?? id),
    })),
  };
}

function coverOf({ manifest, parties, cast }: Scenario, words: ScenarioTexts['manifest']): CoverView {
  const lead = parties.find(({ id }) => id === manifest.player)?.figure;
  const player = cast.find(({ id }) => id === lead)?.figure;
  return {
    ...words.poster,
    role: words.role,
    about: words.about,
    disclaimer: words.disclaimer,
    cast: manifest.poster,
    ...(player === undefined ? {} : { player }),
    ...(manifest.reporter === undefined ? {} : { reporter: manifest.reporter }),
  };
}

/** Reading a run anew costs more than drawing it; it changes only with the frame and the language. */
function cachedPlay(scenario: Scenario): (run: OpenRun, language: Language) => PlayView {
  let last: { frame: Frame; language: Language; view: PlayView } | undefined;
  return ({ session, tier }, language) => {
    const frame = session.frame();
    if (last?.frame !== frame || last.language !== language)
      last = { frame, language, view: present(scenario, session, { language, tier }) };
    return last.view;
  };
}

function cached<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language);
    if (known) return known;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}
