import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../core/domain/index.ts';
import {
  aftermathSchema,
  assembleScenario,
  calendarSchema,
  endingsSchema,
  factsSchema,
  glossarySchema,
  type Lessons,
  laterSchema,
  lessonLinkProblems,
  lessonsSchema,
  lessonTextSchema,
  linkProblems,
  manifestSchema,
  modelSchema,
  type PersonaFile,
  partiesSchema,
  personaProblems,
  personasSchema,
  quizItemSchema,
  type RoleBriefs,
  roleLinkProblems,
  rolesSchema,
  roleTextSchema,
  type Scenario,
  type ScenarioParts,
  type ScenarioTexts,
  sceneEasySchema,
  sceneSchema,
  sceneTextSchema,
  sourcesSchema,
  textSchemas,
  tracksSchema,
} from '../core/scenario/index.ts';
import { ART_FOLDER, artProblems } from './art-check.ts';
import { type Damage, isFollowUp } from './follow-up.ts';
import { lessonTextProblems } from './lesson-check.ts';
import { parseFile } from './parse-file.ts';
import { EMPTY_PARTS, EMPTY_TEXTS } from './placeholders.ts';
import { roleBriefsOf, roleTextProblems } from './role-check.ts';
import { textProblems } from './text-check.ts';
import { parsePath, readYaml, type YamlCache, type YamlFile } from './yaml-file.ts';

/** What a folder came to: a scenario when every file could be read, and everything that is wrong with it. */
export interface ReadScenario {
  readonly scenario?: Scenario;
  /** Every reference leads somewhere, so that runs can be played; texts may still have problems. */
  readonly isPlayable: boolean;
  /** Ways of playing that the scenario describes for the author tools. */
  readonly personas: readonly PersonaFile[];
  /** Plans for a lesson; missing where nobody wrote any. They are no part of the scenario. */
  readonly lessons?: Lessons;
  /** Confidential instructions of the parties, for the server alone; missing where nobody wrote any. */
  readonly briefs?: RoleBriefs;
  readonly problems: readonly Problem[];
  /** Adds the line to a problem that names a file and a path. */
  readonly locate: (problem: Problem) => Problem;
}

/** Reads and checks a scenario folder. Never throws for what an author may get wrong. */
export function readScenario(
  folder: string,
  cache: YamlCache = new Map(),
  art: string = ART_FOLDER,
): ReadScenario {
  if (!isFolder(folder)) {
    const message = `There is no folder "${folder}". Give the path of a scenario: the folder with its manifest.yaml.`;
    const problem = { code: 'no-folder', path: '', file: folder, line: 1, message };
    return { isPlayable: false, personas: [], problems: [problem], locate: (other) => other };
  }
  const reader = createReader(folder, cache);
  const { read, problems } = reader;
  const listed = read('manifest.yaml', manifestSchema) ?? EMPTY_PARTS.manifest;
  const manifest = { ...listed, languages: languagesIn(folder, listed.languages) };
  const sceneIds = structureIds(folder, 'scenes');
  const quizIds = structureIds(folder, 'quiz');
  if (sceneIds.length === 0) problems.push(NO_SCENES);
  const scenario = assembleScenario({
    manifest,
    parties: read('parties.yaml', partiesSchema) ?? EMPTY_PARTS.parties,
    model: read('model.yaml', modelSchema) ?? EMPTY_PARTS.model,
    tracks: read('tracks.yaml', tracksSchema) ?? EMPTY_PARTS.tracks,
    calendar: read('calendar.yaml', calendarSchema) ?? EMPTY_PARTS.calendar,
    endings: read('endings.yaml', endingsSchema) ?? EMPTY_PARTS.endings,
    facts: read('facts.yaml', factsSchema) ?? EMPTY_PARTS.facts,
    sources: read('sources.yaml', sourcesSchema) ?? EMPTY_PARTS.sources,
    glossary: read('glossary.yaml', glossarySchema) ?? EMPTY_PARTS.glossary,
    ...aftermathIn(folder, reader),
    ...laterIn(folder, reader),
    scenes: readAll(reader, 'scenes', sceneIds, sceneSchema),
    quiz: readAll(reader, 'quiz', quizIds, quizItemSchema),
    texts: Object.fromEntries(
      manifest.languages.map((language) => [
        language,
        readTexts(folder, reader, language, sceneIds, quizIds),
      ]),
    ),
  });
  problems.push(...strayFiles(folder, manifest.languages, { scenes: sceneIds, quiz: quizIds }));
  const hasPersonas = hasFile(folder, 'personas.yaml');
  const personas = hasPersonas ? (read('personas.yaml', personasSchema)?.personas ?? []) : [];

  const lessons = lessonsIn(folder, reader, manifest);
  const roles = rolesIn(folder, reader, manifest);

  const isReadable = problems.length === 0;
  const links = [...linkProblems(scenario), ...personaProblems(scenario, personas)];
  const found = [
    ...links,
    ...textProblems(scenario),
    ...(lessons
      ? [...lessonLinkProblems(scenario, lessons.plans), ...lessonTextProblems(scenario, lessons)]
      : []),
    ...(roles
      ? [...roleLinkProblems(scenario, roles.file), ...roleTextProblems(scenario, roles.file, roles.texts)]
      : []),
    ...artProblems(scenario, art),
  ];
  problems.push(...found.filter((problem) => !isFollowUp(problem, reader)).map(reader.locate));
  return {
    ...(isReadable ? { scenario } : {}),
    isPlayable: isReadable && links.length === 0,
    personas,
    ...(lessons ? { lessons } : {}),
    ...(roles ? { briefs: roleBriefsOf(roles.file, roles.texts) } : {}),
    problems,
    locate: reader.locate,
  };
}

const AFTERMATH = 'aftermath.yaml';
const LATER = 'later.yaml';
const LESSONS = 'lessons.yaml';
const ROLES = 'roles.yaml';

const NO_SCENES: Problem = {
  code: 'no-scenes',
  path: '',
  file: 'scenes',
  line: 1,
  message: 'There is no scene. Put one file for each scene into the folder "scenes".',
};

interface Reader extends Damage {
  /** Undefined when nothing of the file can be used. */
  readonly read: <S extends z.ZodType>(name: string, schema: S) => z.infer<S> | undefined;
  readonly problems: Problem[];
  readonly locate: (problem: Problem) => Problem;
}

function createReader(folder: string, cache: YamlCache): Reader {
  const problems: Problem[] = [];
  const files = new Map<string, YamlFile>();
  const damaged = new Set<string>();
  const unreadable = new Set<string>();
  return {
    problems,
    damaged,
    unreadable,
    read: (name, schema) => {
      const file = readYaml(path.join(folder, name), name, { problems, cache });
      if (file) files.set(name, file);
      const parsed = file && parseFile(file, schema, problems);
      if (!parsed?.isWhole) damaged.add(name);
      if (parsed?.value === undefined) unreadable.add(name);
      return parsed?.value;
    },
    locate: (problem) => {
      const line = files.get(problem.file ?? '')?.lineOf(parsePath(problem.path));
      return line === undefined ? problem : { ...problem, line };
    },
  };
}

function readAll<S extends z.ZodType<{ readonly id: string }>>(
  { read, problems }: Reader,
  folder: string,
  names: readonly string[],
  schema: S,
): z.infer<S>[] {
  return names.flatMap((name) => {
    const file = `${folder}/${name}.yaml`;
    const value = read(file, schema);
    if (value === undefined) return [];
    if (value.id !== name) {
      const message = `The id is "${value.id}" but the file is called "${name}.yaml". Give both the same name.`;
      problems.push({ code: 'file-name', path: 'id', file, line: 1, message });
    }
    return [value];
  });
}

/** The file may be missing: a scenario need not tell what came after. */
function aftermathIn(folder: string, { read }: Reader): Pick<ScenarioParts, 'aftermath'> {
  const aftermath = hasFile(folder, AFTERMATH) ? read(AFTERMATH, aftermathSchema) : undefined;
  return aftermath ? { aftermath } : {};
}

/** The file may be missing: few disputes were taken up again. */
function laterIn(folder: string, { read }: Reader): Pick<ScenarioParts, 'later'> {
  const later = hasFile(folder, LATER) ? read(LATER, laterSchema) : undefined;
  return later ? { later } : {};
}

/** The files may be missing: a scenario need not be made for classes. */
function lessonsIn(
  folder: string,
  { read }: Reader,
  { id, languages }: Scenario['manifest'],
): Lessons | undefined {
  const lessons = hasFile(folder, LESSONS) ? read(LESSONS, lessonsSchema) : undefined;
  if (!lessons) return undefined;
  const texts = languages.flatMap((language) => {
    const words = read(`lessons.${language}.yaml`, lessonTextSchema);
    return words ? [[language, words] as const] : [];
  });
  return { scenario: id, plans: lessons.plans, texts: Object.fromEntries(texts) };
}

/** The files may be missing: then those who play a party have the sheet of the model only. */
function rolesIn(folder: string, { read }: Reader, { languages }: Scenario['manifest']) {
  const file = hasFile(folder, ROLES) ? read(ROLES, rolesSchema) : undefined;
  if (!file) return undefined;
  const texts = languages.flatMap((language) => {
    const words = read(`roles.${language}.yaml`, roleTextSchema);
    return words ? [[language, words] as const] : [];
  });
  return { file, texts: Object.fromEntries(texts) };
}

function readTexts(
  folder: string,
  { read }: Reader,
  language: string,
  sceneIds: readonly string[],
  quizIds: readonly string[],
): ScenarioTexts {
  const owner = <K extends keyof typeof EMPTY_TEXTS>(name: K): (typeof EMPTY_TEXTS)[K] =>
    // The schema of a name gives the texts of that name.
    (read(`${name}.${language}.yaml`, textSchemas[name]) as (typeof EMPTY_TEXTS)[K] | undefined) ??
    EMPTY_TEXTS[name];
  const each = <S extends z.ZodType>(sub: string, ids: readonly string[], schema: S, level = '') =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const words = read(`${sub}/${id}.${language}${level}.yaml`, schema);
        return words === undefined ? [] : [[id, words] as const];
      }),
    );
  const later = hasFile(folder, LATER) ? read(`later.${language}.yaml`, textSchemas.later) : undefined;
  return {
    manifest: owner('manifest'),
    tracks: owner('tracks'),
    calendar: owner('calendar'),
    endings: owner('endings'),
    parties: owner('parties'),
    model: owner('model'),
    facts: owner('facts'),
    glossary: owner('glossary'),
    aftermath: hasFile(folder, AFTERMATH) ? owner('aftermath') : EMPTY_TEXTS.aftermath,
    ...(later ? { later } : {}),
    scenes: each('scenes', sceneIds, sceneTextSchema),
    quiz: each('quiz', quizIds, textSchemas.quizItem),
    easy: { scenes: each('scenes', easyIds(folder, language, sceneIds), sceneEasySchema, '.easy') },
  };
}

function hasFile(folder: string, name: string): boolean {
  return existsSync(path.join(folder, name));
}

/** Scenes that also have words of the reading level "easy": a file is all it takes. */
function easyIds(folder: string, language: string, sceneIds: readonly string[]): readonly string[] {
  return sceneIds.filter((id) => hasFile(folder, `scenes/${id}.${language}.easy.yaml`));
}

function isFolder(folder: string): boolean {
  return existsSync(folder) && statSync(folder).isDirectory();
}

/** The listed languages, then those of which there are words: a new language touches no structure file. */
function languagesIn(folder: string, listed: readonly string[]): string[] {
  const found = readdirSync(folder).flatMap((name) => /^manifest\.([^.]+)\.yaml$/.exec(name)?.[1] ?? []);
  return [...new Set([...listed, ...found.sort()])];
}

/** Files that nothing reads: a mistyped name would look like a text that has no effect. */
function strayFiles(
  folder: string,
  languages: readonly string[],
  ids: Readonly<Record<string, readonly string[]>>,
): readonly Problem[] {
  return Object.entries(ids).flatMap(([sub, known]) => {
    const expected = new Set(
      known.flatMap((id) => [
        `${id}.yaml`,
        ...languages.map((language) => `${id}.${language}.yaml`),
        ...(sub === 'scenes' ? languages.map((language) => `${id}.${language}.easy.yaml`) : []),
      ]),
    );
    return filesIn(path.join(folder, sub))
      .filter((name) => !expected.has(name))
      .map((name) => ({
        code: 'stray-file',
        path: '',
        file: `${sub}/${name}`,
        line: 1,
        message: `Nothing reads this file: there is no structure file of that name, or no language "manifest.<language>.yaml". Rename or remove it.`,
      }));
  });
}

function filesIn(folder: string): readonly string[] {
  return isFolder(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
}

/** Ids of the structure files in a sub-folder: `x.yaml`, but not `x.de.yaml`. */
function structureIds(folder: string, sub: string): readonly string[] {
  return filesIn(path.join(folder, sub))
    .filter((name) => /^[^.]+\.yaml$/.test(name))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}
