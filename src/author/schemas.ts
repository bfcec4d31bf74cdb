import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  aftermathSchema,
  calendarSchema,
  endingsSchema,
  factsSchema,
  glossarySchema,
  laterSchema,
  lessonsSchema,
  lessonTextSchema,
  manifestSchema,
  modelSchema,
  partiesSchema,
  personasSchema,
  quizItemSchema,
  rolesSchema,
  roleTextSchema,
  sceneEasySchema,
  sceneSchema,
  sceneTextSchema,
  sourcesSchema,
  textSchemas,
  tracksSchema,
} from '../core/scenario/index.ts';

const { quizItem, ...ownerTexts } = textSchemas;

/** Schemas of all author files, by the name under which files refer to them. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  manifest: manifestSchema,
  parties: partiesSchema,
  model: modelSchema,
  tracks: tracksSchema,
  calendar: calendarSchema,
  endings: endingsSchema,
  facts: factsSchema,
  sources: sourcesSchema,
  glossary: glossarySchema,
  aftermath: aftermathSchema,
  later: laterSchema,
  lessons: lessonsSchema,
  'lessons-text': lessonTextSchema,
  personas: personasSchema,
  roles: rolesSchema,
  'roles-text': roleTextSchema,
  scene: sceneSchema,
  quiz: quizItemSchema,
  'scene-text': sceneTextSchema,
  'scene-easy': sceneEasySchema,
  'quiz-text': quizItem,
  ...Object.fromEntries(Object.entries(ownerTexts).map(([owner, schema]) => [`${owner}-text`, schema])),
};

/** JSON Schemas for editors, as text by file name. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
      return [`${name}.schema.json`, `${JSON.stringify(json, undefined, 2)}\n`];
    }),
  );
}

/** Writes them into a folder; returns the names. */
export function writeSchemas(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const files = schemaFiles();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return Object.keys(files);
}
