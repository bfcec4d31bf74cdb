import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../core/domain/index.ts';
import {
  assembleScenario,
  calendarSchema,
  endingsSchema,
  factsSchema,
  glossarySchema,
  linkProblems,
  manifestSchema,
  modelSchema,
  partiesSchema,
  quizItemSchema,
  type Scenario,
  type ScenarioTexts,
  sceneSchema,
  sceneTextSchema,
  sourcesSchema,
  textSchemas,
  tracksSchema,
} from '../core/scenario/index.ts';
import { textProblems } from './text-check.ts';
import { parseFile, parsePath, readYaml, type YamlFile } from './yaml-file.ts';

/** What a folder came to: a scenario when its files fit together, and everything that is wrong with it. */
export interface ReadScenario {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
}

const OWNERS = [
  'manifest',
  'tracks',
  'calendar',
  'endings',
  'parties',
  'model',
  'facts',
  'glossary',
] as const;

/** Reads and checks a scenario folder. Never throws for what an author may get wrong. */
export function readScenario(folder: string): ReadScenario {
  const problems: Problem[] = [];
  if (!existsSync(folder)) {
    const message = `There is no folder "${folder}". Give the path of a scenario, such as scenarios/tiktok-2020.`;
    return { problems: [{ code: 'no-folder', path: '', message }] };
  }
  const files = new Map<string, YamlFile>();
  const read = <S extends z.ZodType>(name: string, schema: S): z.infer<S> | undefined => {
    const file = readYaml(path.join(folder, name), name, problems);
    if (file) files.set(name, file);
    return parseFile(file, schema, problems);
  };

  const manifest = read('manifest.yaml', manifestSchema);
  const parties = read('parties.yaml', partiesSchema);
  const model = read('model.yaml', modelSchema);
  const tracks = read('tracks.yaml', tracksSchema);
  const calendar = read('calendar.yaml', calendarSchema);
  const endings = read('endings.yaml', endingsSchema);
  const facts = read('facts.yaml', factsSchema);
  const sources = read('sources.yaml', sourcesSchema);
  const glossary = read('glossary.yaml', glossarySchema);
  const sceneIds = structureIds(folder, 'scenes');
  const quizIds = structureIds(folder, 'quiz');
  const scenes = sceneIds.map((id) => read(`scenes/${id}.yaml`, sceneSchema));
  const quiz = quizIds.map((id) => read(`quiz/${id}.yaml`, quizItemSchema));
  checkFileNames(sceneIds, scenes, 'scenes', problems);
  checkFileNames(quizIds, quiz, 'quiz', problems);

  const texts: Record<string, ScenarioTexts> = {};
  for (const language of manifest?.languages ?? []) {
    const owners = Object.fromEntries(
      OWNERS.map((owner) => [owner, read(`${owner}.${language}.yaml`, textSchemas[owner])]),
    );
    const sceneTexts = sceneIds.map(
      (id) => [id, read(`scenes/${id}.${language}.yaml`, sceneTextSchema)] as const,
    );
    const quizTexts = quizIds.map(
      (id) => [id, read(`quiz/${id}.${language}.yaml`, textSchemas.quizItem)] as const,
    );
    if (
      [
        ...Object.values(owners),
        ...sceneTexts.map(([, text]) => text),
        ...quizTexts.map(([, text]) => text),
      ].includes(undefined)
    )
      continue;
    // Every part was parsed by the schema of its own name just above.
    texts[language] = {
      ...owners,
      scenes: Object.fromEntries(sceneTexts),
      quiz: Object.fromEntries(quizTexts),
    } as unknown as ScenarioTexts;
  }

  if (!manifest || !parties || !model || !tracks || !calendar || !endings || !facts || !sources || !glossary)
    return { problems };
  const isDefined = <T>(value: T | undefined): value is T => value !== undefined;
  const scenario = assembleScenario({
    manifest,
    parties,
    model,
    tracks,
    calendar,
    endings,
    facts,
    sources,
    glossary,
    scenes: scenes.filter(isDefined),
    quiz: quiz.filter(isDefined),
    texts,
  });
  const isComplete = problems.length === 0;
  // A file that did not parse would make everything that refers to it look wrong too.
  if (isComplete) problems.push(...withLines([...linkProblems(scenario), ...textProblems(scenario)], files));
  return problems.length === 0 || isComplete ? { scenario, problems } : { problems };
}

/** Ids of the structure files in a sub-folder: `x.yaml`, but not `x.de.yaml`. */
function structureIds(folder: string, sub: string): readonly string[] {
  const full = path.join(folder, sub);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((name) => /^[^.]+\.yaml$/.test(name))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

function checkFileNames(
  names: readonly string[],
  values: readonly ({ readonly id: string } | undefined)[],
  folder: string,
  problems: Problem[],
): void {
  names.forEach((name, index) => {
    const id = values[index]?.id;
    if (id === undefined || id === name) return;
    const message = `The id is "${id}" but the file is called "${name}.yaml". Give both the same name.`;
    problems.push({ code: 'file-name', path: 'id', file: `${folder}/${name}.yaml`, line: 1, message });
  });
}

function withLines(problems: readonly Problem[], files: ReadonlyMap<string, YamlFile>): readonly Problem[] {
  return problems.map((problem) => {
    const file = files.get(problem.file ?? '');
    return file ? { ...problem, line: file.lineOf(parsePath(problem.path)) } : problem;
  });
}
