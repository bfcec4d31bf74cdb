import type { Scenario } from '../core/scenario/index.ts';
import { plainText } from '../core/view-model/index.ts';
import type { ReadScenario } from './read-scenario.ts';
import { readability } from './readability.ts';
import type { Report } from './report.ts';
import { problemLine } from './report.ts';
import { textBlocks } from './text-blocks.ts';

const LIMIT_CODES: readonly string[] = ['too-long', 'long-sentence', 'hard-to-read'];

/** How hard every text is to read, and which exceed a limit. */
export function readabilityReport(scenario: Scenario, { problems }: ReadScenario): Report {
  const exceeding = problems.filter(({ code }) => LIMIT_CODES.includes(code));
  const texts = scenario.manifest.languages.flatMap((language) => {
    const words = scenario.texts[language];
    return (words ? textBlocks(scenario, words, language) : []).map(({ file, path, kind, text }) => {
      const { words: count, lix, flesch, amstad } = readability(plainText(text));
      return {
        file,
        path,
        kind,
        language,
        words: count,
        lix: rounded(lix),
        ...(language === 'de' ? { amstad: rounded(amstad) } : { flesch: rounded(flesch) }),
        exceeds: exceeding.filter((one) => one.file === file && one.path === path).map(({ code }) => code),
      };
    });
  });
  const scenes = texts.filter(({ kind }) => kind === 'scene');
  const rows = scenes.map(
    ({ file, words, lix }) => `${file.padEnd(44)} ${String(words).padStart(3)} words  LIX ${lix}`,
  );
  return {
    code: exceeding.length === 0 ? 0 : 1,
    data: { texts, exceeding },
    text: [
      ...rows,
      ...exceeding.map((one) => problemLine({ file: '', line: 1, ...one })),
      `${texts.length} texts, ${exceeding.length} over a limit; scenes listed above, all with --json`,
    ].join('\n'),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
