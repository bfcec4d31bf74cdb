import { readFileSync } from 'node:fs';
import type { Problem, Result } from '../core/domain/index.ts';
import { explore, parsePersona, simulatePlays } from '../core/report/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import { parseSaveText, replay } from '../core/session/index.ts';
import { plainText } from '../core/view-model/index.ts';
import { mermaidOf } from './graph.ts';
import { type ReadScenario, readScenario } from './read-scenario.ts';
import { readability } from './readability.ts';
import { writeSchemas } from './schemas.ts';
import { textBlocks } from './text-blocks.ts';

/** Where the tools write: results for people or programs, progress for people. */
export interface CliOutput {
  readonly out: (text: string) => void;
  readonly progress: (text: string) => void;
}

/** 0: all holds. 1: something falls short. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

const USAGE = `npm run scenario -- <verb> <folder> [--json]

  check        everything that is wrong with the files, with file, line and a way out
  explore      searches every state the scenario can be in
  plays        --n 1000 --seed 1 --persona random|history|please:<party>|prefer:<scene>/<choice>,…
  replay       <save.json> after the folder: plays a saved run again
  readability  words, LIX, Flesch of every scene
  graph        the statechart as Mermaid text
  schema       writes the JSON Schemas for editors into the folder given

deals and evaluate come with the negotiation table.`;

interface Options {
  readonly verb: string;
  readonly folder: string;
  readonly rest: readonly string[];
  readonly isJson: boolean;
  readonly values: Readonly<Record<string, string>>;
}

interface Report {
  readonly code: ExitCode;
  readonly data: object;
  readonly text: string;
}

export function runCli(args: readonly string[], output: CliOutput): ExitCode {
  const options = parseArguments(args);
  if (!options) {
    output.out(USAGE);
    return 2;
  }
  const report = runVerb(options, output);
  if (!report) {
    output.out(USAGE);
    return 2;
  }
  output.out(options.isJson ? JSON.stringify(report.data) : report.text);
  return report.code;
}

function runVerb(options: Options, output: CliOutput): Report | undefined {
  const { verb, folder } = options;
  if (verb === 'schema') {
    const files = writeSchemas(folder);
    return { code: 0, data: { files }, text: files.join('\n') };
  }
  const read = readScenario(folder);
  if (verb === 'check') return check(read, output);
  if (!['explore', 'plays', 'replay', 'readability', 'graph'].includes(verb)) return undefined;
  if (!read.scenario || read.problems.length > 0) return failed(read.problems);
  const { scenario } = read;
  switch (verb) {
    case 'explore':
      return exploreReport(scenario, output);
    case 'plays':
      return playsReport(scenario, options);
    case 'replay':
      return replayReport(scenario, options);
    case 'readability':
      return readabilityReport(scenario);
    default:
      return { code: 0, data: { mermaid: mermaidOf(scenario) }, text: mermaidOf(scenario) };
  }
}

function check({ scenario, problems }: ReadScenario, output: CliOutput): Report {
  const all = [...problems];
  if (scenario && problems.length === 0) {
    output.progress('files fit together; searching every state …');
    all.push(...reachability(scenario));
  }
  const counts = {
    scenes: scenario?.scenes.length ?? 0,
    choices: scenario?.scenes.reduce((sum, { choices }) => sum + choices.length, 0) ?? 0,
    endings: scenario?.endings.length ?? 0,
    quizItems: scenario?.quiz.length ?? 0,
    facts: scenario?.facts.length ?? 0,
    sources: scenario?.sources.length ?? 0,
    languages: scenario?.manifest.languages ?? [],
  };
  const isOk = all.length === 0;
  const summary = isOk
    ? `ok: ${counts.scenes} scenes, ${counts.choices} choices, ${counts.endings} endings, ${counts.quizItems} quiz items, ${counts.facts} facts, ${counts.sources} sources`
    : `${all.length} problem${all.length === 1 ? '' : 's'}`;
  return {
    code: isOk ? 0 : 1,
    data: { ok: isOk, problems: all, counts },
    text: [...all.map(line), summary].join('\n'),
  };
}

function reachability(scenario: Scenario): readonly Problem[] {
  const found = explore(scenario);
  const each = (ids: readonly string[], code: string, say: (id: string) => string): readonly Problem[] =>
    ids.map((id) => ({ code, path: id, message: say(id) }));
  return [
    ...each(
      found.unreachedScenes,
      'unreached-scene',
      (id) => `No run comes to scene "${id}". Check its gate "when".`,
    ),
    ...each(
      found.unreachedChoices,
      'unreached-choice',
      (id) => `No run can take choice "${id}". Check its gate "when".`,
    ),
    ...each(
      found.unreachedEndings,
      'unreached-ending',
      (id) => `No run ends in "${id}". Check its gate, and those above it.`,
    ),
    ...each(
      found.unreachedStates,
      'unreached-state',
      (id) => `No run reaches the state "${id}". Check the transitions to it.`,
    ),
    ...found.deadEnds.map((end) => ({
      code: 'dead-end',
      path: '',
      message: `A run gets stuck: ${JSON.stringify(end).slice(0, 300)}`,
    })),
  ];
}

function exploreReport(scenario: Scenario, output: CliOutput): Report {
  output.progress('searching every state …');
  const start = performance.now();
  const found = explore(scenario);
  const seconds = (performance.now() - start) / 1000;
  const data = { ...found, seconds };
  const isOk =
    found.deadEnds.length === 0 && found.unreachedEndings.length === 0 && found.unreachedStates.length === 0;
  const text = `${found.snapshots} snapshots in ${seconds.toFixed(1)} s, ${found.endingsReached.length} endings, ${found.deadEnds.length} dead ends`;
  return { code: isOk ? 0 : 1, data, text };
}

function playsReport(scenario: Scenario, { values }: Options): Report | undefined {
  const n = Number(values.n ?? 1000);
  const seed = Number(values.seed ?? 1);
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(seed)) return undefined;
  const persona = parsePersona(scenario, values.persona ?? 'random');
  if (!persona.ok) return failed(persona.problems);
  const start = performance.now();
  const plays = simulatePlays(scenario, { n, seed, persona: persona.value });
  const seconds = (performance.now() - start) / 1000;
  const data = { ...plays, seconds, playsPerSecond: Math.round(n / seconds) };
  const shares = Object.entries(plays.endings).map(
    ([id, share]) => `  ${(share * 100).toFixed(1).padStart(5)} %  ${id}`,
  );
  const text = [
    `${n} plays in ${seconds.toFixed(1)} s, median ${plays.decisions.median} decisions`,
    ...shares,
  ].join('\n');
  return { code: plays.deadEnds.length === 0 ? 0 : 1, data, text };
}

function replayReport(scenario: Scenario, { rest }: Options): Report | undefined {
  const [file] = rest;
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return failed([{ code: 'file-missing', path: '', file, message: `There is no file "${file}".` }]);
  }
  const json: Result<unknown> = parseSaveText(text);
  const replayed = json.ok ? replay(scenario, json.value) : json;
  if (!replayed.ok) return failed(replayed.problems);
  const { ending, log, snapshotHash } = replayed.value;
  return {
    code: 0,
    data: replayed.value,
    text: `${log.length} events, ending ${ending ?? '(not over)'}, snapshot ${snapshotHash}`,
  };
}

function readabilityReport(scenario: Scenario): Report {
  const rows = scenario.manifest.languages.flatMap((language) => {
    const texts = scenario.texts[language];
    if (!texts) return [];
    return textBlocks(scenario, texts, language)
      .filter(({ kind }) => kind === 'scene')
      .map(({ file, text }) => {
        const { words, lix, flesch, amstad } = readability(plainText(text));
        const round = (value: number) => Math.round(value * 10) / 10;
        return {
          file,
          language,
          words,
          lix: round(lix),
          ...(language === 'de' ? { amstad: round(amstad) } : { flesch: round(flesch) }),
        };
      });
  });
  const text = rows
    .map((row) => `${row.file.padEnd(44)} ${String(row.words).padStart(3)} words  LIX ${row.lix}`)
    .join('\n');
  return { code: 0, data: { texts: rows }, text };
}

function failed(problems: readonly Problem[]): Report {
  return { code: 1, data: { ok: false, problems }, text: problems.map(line).join('\n') };
}

function line({ file, line: number, path, code, message }: Problem): string {
  const where = file === undefined ? '' : `${file}${number === undefined ? '' : `:${number}`} `;
  return `${where}${path === '' ? '' : `${path} `}[${code}] ${message}`;
}

function parseArguments(args: readonly string[]): Options | undefined {
  const values: Record<string, string> = {};
  const plain: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (word === '--json') continue;
    if (word.startsWith('--')) {
      const value = args[index + 1];
      if (value === undefined) return undefined;
      values[word.slice(2)] = value;
      index += 1;
    } else plain.push(word);
  }
  const [verb, folder, ...rest] = plain;
  if (verb === undefined || folder === undefined) return undefined;
  return { verb, folder, rest, isJson: args.includes('--json'), values };
}
