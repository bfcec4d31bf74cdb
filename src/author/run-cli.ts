import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/domain/index.ts';
import { explore } from '../core/report/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import { parseSave, parseSaveText, replay } from '../core/session/index.ts';
import { type Arguments, parseArguments, USAGE } from './arguments.ts';
import { checkReport } from './check-report.ts';
import { coverageReport, dominanceReport, impactReport } from './choices-report.ts';
import { dealsReport } from './deals-report.ts';
import { evaluateReport } from './evaluate-report.ts';
import { factsReport } from './facts-report.ts';
import { graphReport } from './graph-report.ts';
import { newScenario } from './new-scenario.ts';
import { bargainingReport, playsReport } from './plays-report.ts';
import { readScenario } from './read-scenario.ts';
import { readabilityReport } from './readability-report.ts';
import { type ExitCode, failed, misused, type Report } from './report.ts';
import { writeSchemas } from './schemas.ts';
import { sensitivityReport } from './sensitivity-report.ts';

/** Where the tools write: results for people or programs, progress for people. */
export interface CliOutput {
  readonly out: (text: string) => void;
  readonly progress: (text: string) => void;
}

/** Runs one command line, writes one answer, and says how it went. Throws only for faults of its own. */
export function runCli(words: readonly string[], output: CliOutput): ExitCode {
  const given = parseArguments(words);
  const answer = 'complaint' in given ? given : runVerb(given, output);
  const report = 'complaint' in answer ? misused(answer.complaint, USAGE) : answer;
  output.out(words.includes('--json') ? JSON.stringify(report.data) : report.text);
  return report.code;
}

type Answer = Report | { readonly complaint: string };

function runVerb(given: Arguments, { progress }: CliOutput): Answer {
  const { verb, folder } = given;
  if (verb === 'replay') return replayReport(given);
  if (verb === 'new') return newScenario(folder);
  if (verb === 'schema') {
    const files = writeSchemas(folder);
    return { code: 0, data: { files }, text: files.join('\n') };
  }
  const read = readScenario(folder);
  if (verb === 'check') return checkReport(read, progress);
  const { scenario, isPlayable, problems } = read;
  if (!scenario) return failed(problems);
  // Long words stop nobody from measuring them; a gate that leads nowhere stops every run.
  if (verb === 'readability') return readabilityReport(scenario, read);
  if (verb === 'facts') return factsReport(scenario, given.values);
  if (!isPlayable) return failed(problems);
  switch (verb) {
    case 'explore':
      return exploreReport(scenario, progress);
    case 'plays':
      return playsReport(scenario, read.personas, given.values);
    case 'coverage':
      return coverageReport(scenario, read.personas, given.values);
    case 'dominance':
      return dominanceReport(scenario, given.values);
    case 'impact':
      return impactReport(scenario, given.values);
    case 'bargaining':
      return bargainingReport(scenario, given.values);
    case 'graph':
      return graphReport(scenario, given.values);
    case 'deals':
      return dealsReport(scenario, given.values);
    case 'evaluate':
      return evaluateReport(scenario, given.values);
    case 'sensitivity':
      return sensitivityReport(scenario, given.values);
  }
}

function exploreReport(scenario: Scenario, progress: (text: string) => void): Report {
  progress('searching every state …');
  const start = performance.now();
  const found = explore(scenario);
  const seconds = (performance.now() - start) / 1000;
  const { snapshots, endingsReached, deadEnds } = found;
  const unreached = [
    ...found.unreachedEndings.map((id) => `ending ${id}`),
    ...found.unreachedStates.map((id) => `state ${id}`),
    ...found.unreachedScenes.map((id) => `scene ${id}`),
    ...found.unreachedChoices.map((id) => `choice ${id}`),
  ];
  return {
    code: deadEnds.length === 0 && unreached.length === 0 ? 0 : 1,
    data: { ...found, seconds },
    text: [
      `${snapshots} snapshots in ${seconds.toFixed(1)} s, ${endingsReached.length} endings, ${deadEnds.length} dead ends`,
      ...unreached.map((what) => `never reached: ${what}`),
      ...deadEnds.map(({ where, path }) => `dead end: ${where}, after ${path.join(', ')}`),
    ].join('\n'),
  };
}

/** The value in a save file, or the report of why there is none. */
function readSaved(file: string): Report | { readonly value: unknown } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return failed([{ code: 'file-missing', path: '', file, message: `There is no file "${file}".` }]);
  }
  const json = parseSaveText(text);
  return json.ok ? json : failed(json.problems.map((problem) => ({ file, ...problem })));
}

function replayReport({ folder, files }: Arguments): Report {
  const [file = ''] = files;
  const refused = (problems: readonly Problem[]) => failed(problems.map((problem) => ({ file, ...problem })));
  const saved = readSaved(file);
  if ('code' in saved) return saved;
  const save = parseSave(saved.value);
  if (!save.ok) return refused(save.problems);
  const named = path.join('scenarios', path.basename(save.value.scenario.id));
  const { scenario, isPlayable, problems } = readScenario(folder === '' ? named : folder);
  if (!scenario || !isPlayable) return failed(problems);
  const replayed = replay(scenario, save.value);
  if (!replayed.ok) return refused(replayed.problems);
  const { ending, log, snapshotHash, notes } = replayed.value;
  return {
    code: 0,
    data: replayed.value,
    text: [
      `${log.length} events, ending ${ending ?? '(not over)'}, snapshot ${snapshotHash}`,
      ...notes.map(({ message }) => message),
    ].join('\n'),
  };
}
