import type { Language } from '../domain/index.ts';
import type { Scenario, ScenarioTexts } from '../scenario/index.ts';
import type { Frame, Session } from '../session/index.ts';
import type { Footnotes } from './prose.ts';

/** What a view model is made from: the run so far. A `Session` is one. */
export type RunHistory = Pick<Session, 'frames' | 'decisions'>;

/** All that the parts of a view model share. */
export interface Presenting {
  readonly scenario: Scenario;
  readonly texts: ScenarioTexts;
  readonly language: Language;
  readonly tier: string;
  readonly run: RunHistory;
  readonly frame: Frame;
  /** The frame before this one; missing at the start. */
  readonly previous: Frame | undefined;
  readonly footnotes: Footnotes;
}

/** How hard the words of scenes and choices may be. */
export type ReadingLevel = 'standard' | 'easy';

/** Texts of a language and reading level; an unknown language reads the first one of the scenario. */
export function textsOf(
  scenario: Scenario,
  language: Language,
  reading: ReadingLevel = 'standard',
): ScenarioTexts {
  const texts = scenario.texts[language] ?? scenario.texts[scenario.manifest.languages[0] ?? ''];
  if (!texts) throw new Error(`scenario "${scenario.manifest.id}" has no texts`);
  return reading === 'easy' ? easyTextsOf(texts) : texts;
}

/** The easy words laid over the standard ones. Made once: views compare texts by identity. */
function easyTextsOf(texts: ScenarioTexts): ScenarioTexts {
  const known = easyTexts.get(texts);
  if (known) return known;
  const scenes = { ...texts.scenes };
  for (const [id, { choices, body, speech, question }] of Object.entries(texts.easy.scenes)) {
    const words = texts.scenes[id];
    if (!words) continue;
    scenes[id] = {
      ...words,
      body: body ?? words.body,
      speech: speech ?? words.speech,
      question: question ?? words.question,
      choices: { ...words.choices, ...choices },
    };
  }
  const easy = { ...texts, scenes };
  easyTexts.set(texts, easy);
  return easy;
}

const easyTexts = new WeakMap<ScenarioTexts, ScenarioTexts>();

export function lastFrame(run: RunHistory): Frame {
  const frame = run.frames().at(-1);
  if (!frame) throw new Error('a run has at least one frame');
  return frame;
}

/** The frame as it was just before the last choice; missing before the first one. */
export function frameBeforeLastChoice(frames: readonly Frame[]): Frame | undefined {
  const taken = frames.findLastIndex(({ effects }) => effects.some(({ type }) => type === 'choice.taken'));
  return taken > 0 ? frames[taken - 1] : undefined;
}
