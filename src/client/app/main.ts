import { scenarios } from 'virtual:scenarios';
import emblems from '../../../assets/icons/emblems.json';
import icons from '../../../assets/icons/icons.json';
import type { Problem } from '../../core/domain/index.ts';
import type { Translator } from '../../core/i18n/index.ts';
import type { ShellIntent, ShellView } from '../../core/view-model/index.ts';
import { type DomEnv, type FigureArt, loadTableRoom, renderShell } from '../dom/index.ts';
import { openRunStore } from '../storage/index.ts';
import { createAudioLink } from './audio-link.ts';
import { brokenShell } from './broken-shell.ts';
import { download } from './download.ts';
import { createGame, type Game } from './game.ts';
import { LANGUAGES, preferredLanguage } from './languages.ts';
import { loadScenario } from './load-scenario.ts';
import { createPageHistory } from './page-history.ts';
import { parseDeal } from './practice-desk.ts';
import { chosenScenario } from './scenario-address.ts';
import { parseSettings, storedLanguage } from './settings.ts';
import { createStageLink } from './stage-link.ts';
import { tabNotes } from './tab-notes.ts';
import { createTableRoomLink } from './table-room-link.ts';
import {
  handedOver,
  PRACTICE_PARAMETERS,
  parseUrlParameters,
  type UrlParameters,
  withTiers,
} from './url-parameters.ts';
import { loadWords } from './words.ts';
import { openWorkDesk } from './work/work-desk.ts';

const NO_FIGURES: FigureArt = {
  viewBox: '0 0 1 1',
  figures: {},
  faces: {
    neutral: '',
    pleased: '',
    worried: '',
    angry: '',
    speaking: '',
    suspicious: '',
    tired: '',
    laughing: '',
  },
};

async function boot(root: HTMLElement): Promise<void> {
  const asked = parseUrlParameters(location.search, {
    languages: LANGUAGES.map(({ id }) => id),
    scenarios: scenarios.map(({ id }) => id),
  });
  const hostToken = handedOver(location.hash);
  // Whoever looks over the shoulder, or is sent the address, must not have it.
  if (hostToken !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  const shared =
    asked.run === undefined ? undefined : await (await import('./share-code.ts')).decodeShareCode(asked.run);
  const chosen = chosenScenario(scenarios, asked.scenario, shared);
  // Under way while the store opens: only the words wait for the language that is kept there.
  const loading = loadScenario(chosen?.url ?? '');
  const store = await openRunStore();
  const stored = await store.loadSettings().catch(() => undefined);
  const language =
    asked.language ??
    storedLanguage(
      stored,
      LANGUAGES.map(({ id }) => id),
    ) ??
    preferredLanguage(navigator.languages);
  const [words, scenario] = await Promise.all([loadWords(language), loading]);
  const translate = words.translate();
  if (!scenario.ok) return showBroken(root, brokenShell(language, LANGUAGES, scenario.problems), translate);

  const parameters = withTiers(asked, scenario.value.manifest.tiers);
  const settings = parseSettings(stored);
  let env: DomEnv = {
    translate,
    send: (intent) => game.send(intent),
    figures: NO_FIGURES,
    icons,
    emblems,
    stageHost,
  };
  const isHere = () => chosenScenario(scenarios, scenarioIn(location.search))?.id === chosen?.id;
  const pageHistory = createPageHistory(window, isHere);
  // A run in the address brings its scenario along: the address must name it when the run has gone from it.
  if (chosen && chosen.id !== (asked.scenario ?? scenarios[0]?.id))
    pageHistory.setParameter('scenario', chosen.id);
  const game = createGame(
    {
      scenario: scenario.value,
      scenarios,
      language,
      languages: LANGUAGES,
      settings,
      ...(parameters.isStageOff ? { visitSettings: { stage: 'off' } } : {}),
      ...(parameters.tier === undefined ? {} : { tier: parameters.tier }),
      ...(parameters.seed === undefined ? {} : { seed: parameters.seed }),
    },
    {
      store,
      history: pageHistory,
      now: () => new Date(),
      randomSeed: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1,
      newId: () =>
        [...crypto.getRandomValues(new Uint8Array(8))]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join(''),
      download,
      copyText: async (text) => navigator.clipboard.writeText(text),
      address: () => location.href,
      reload: () => location.reload(),
      leaveFor: async (id, what) =>
        (await import('./leave-for.ts')).leaveFor({ window, history: pageHistory }, id, what),
      work: openWorkDesk(scenario.value),
      loadLanguage: async (next) => {
        const use = await words.loadLanguage(next);
        return () => {
          env = { ...env, translate: use() };
        };
      },
      loadLateWords: async (area) => {
        env = { ...env, translate: await words.loadLate(area) };
      },
      loadLiveWorld: async () => (await import('./live/live-world.ts')).createLiveWorld(window),
      tab: tabNotes,
    },
  );

  const stage = createStageLink({
    body: document.body,
    report: (problem) => game.report([problem]),
  });
  function stageHost(host: HTMLElement | undefined): void {
    stage.attach(host);
  }
  const audio = createAudioLink({
    window,
    report: (problem) => game.report([problem]),
    caption: (message) => game.caption(game.view().settings.captions ? message : undefined),
  });
  const tableRoom = createTableRoomLink({
    load: loadTableRoom,
    use: (room) => {
      env = { ...env, tableRoom: room };
      draw(game.view());
    },
    report: (problem) => game.report([problem]),
    offerRetry: (retryTableRoom) => {
      env = { ...env, retryTableRoom };
      // What was said of the last try is over, and the page is drawn anew.
      game.send({ type: 'notice.close', id: 'offline-chunk' });
    },
  });
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const draw = (view: ShellView): void => {
    removeBootPage();
    renderShell(root, view, env);
    stage.setEnabled(view.settings.stage === 'on');
    const isMotionReduced = view.settings.motion === 'reduced' || calm.matches;
    stage.setReducedMotion(isMotionReduced);
    stage.show(view.play);
    tableRoom.show(view);
    audio.show(view.screen === 'title' ? undefined : view.play, view.settings, isMotionReduced);
  };
  game.subscribe(draw);
  calm.addEventListener('change', () => draw(game.view()));

  draw(game.view());
  reportIgnored(game, parameters);
  const { room } = parameters;
  await game.restore(
    shared,
    room === undefined ? undefined : { code: room, ...(hostToken === undefined ? {} : { hostToken }) },
  );
  openWishedPractice(game, parameters);
  // A reload stays where the player is by then.
  for (const name of PRACTICE_PARAMETERS) pageHistory.dropParameter(name);
  loadFigures().then(
    (figures) => {
      env = { ...env, figures };
      draw(game.view());
    },
    // Portraits are decoration: names and roles stand beside them.
    () => {},
  );
}

function scenarioIn(search: string): string | undefined {
  return new URLSearchParams(search).get('scenario') ?? undefined;
}

async function loadFigures(): Promise<FigureArt> {
  return (await import('../../../assets/art/figures.json')).default;
}

function showBroken(root: HTMLElement, view: ShellView, translate: Translator): void {
  const send = (intent: ShellIntent) => {
    if (intent.type === 'page.reload') location.reload();
  };
  document.body.dataset.stage = 'off';
  removeBootPage();
  renderShell(root, view, { translate, send, figures: NO_FIGURES, icons, emblems });
}

/** The table that the address asks for, once. A contract that breaks a rule is refused, and the rule named. */
function openWishedPractice(game: Game, { practice, tier }: UrlParameters): void {
  if (!practice) return;
  const { deal, ...options } = practice;
  const offer = deal === undefined ? undefined : parseDeal(deal);
  if (offer && !offer.ok) return game.report(offer.problems);
  game.send({
    type: 'practice.start',
    options: { ...options, ...(tier === undefined ? {} : { tier }) },
    ...(offer ? { offer: offer.value } : {}),
  });
}

function reportIgnored(game: Game, { ignored }: UrlParameters): void {
  if (ignored.length === 0) return;
  const problem: Problem = { code: 'parameter-ignored', path: '', message: ignored.join('\n') };
  game.report([problem], { params: { parameters: ignored.join(', ') } });
}

function removeBootPage(): void {
  document.getElementById('boot')?.remove();
}

/** The page itself says so in both languages when not even the words can be loaded. */
function showBootFailure(error: unknown): void {
  console.error(error);
  const notice = document.getElementById('boot-failed');
  if (notice) notice.hidden = false;
  const waiting = document.getElementById('boot-waiting');
  if (waiting) waiting.hidden = true;
}

const root = document.getElementById('app');
if (root) boot(root).catch(showBootFailure);
