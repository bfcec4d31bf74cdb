import type { z } from 'zod';
import { hashJson, type Language } from '../domain/index.ts';
import type {
  aftermathSchema,
  factsSchema,
  glossarySchema,
  laterSchema,
  sourcesSchema,
} from './library-schema.ts';
import type { QuizItem, Scenario, ScenarioTexts, Scene } from './scenario.ts';
import type {
  calendarSchema,
  endingsSchema,
  manifestSchema,
  modelSchema,
  partiesSchema,
  tracksSchema,
} from './schema.ts';

/** The author files of one scenario, each parsed by its schema. */
export interface ScenarioParts {
  readonly manifest: z.infer<typeof manifestSchema>;
  readonly parties: z.infer<typeof partiesSchema>;
  readonly model: z.infer<typeof modelSchema>;
  readonly tracks: z.infer<typeof tracksSchema>;
  readonly calendar: z.infer<typeof calendarSchema>;
  readonly endings: z.infer<typeof endingsSchema>;
  readonly facts: z.infer<typeof factsSchema>;
  readonly sources: z.infer<typeof sourcesSchema>;
  readonly glossary: z.infer<typeof glossarySchema>;
  /** Missing in a scenario that ends with its story. */
  readonly aftermath?: z.infer<typeof aftermathSchema>;
  /** Missing in a scenario that compares nothing. */
  readonly later?: z.infer<typeof laterSchema>;
  readonly scenes: readonly Scene[];
  readonly quiz: readonly QuizItem[];
  readonly texts: Readonly<Record<Language, ScenarioTexts>>;
}

/** Puts the parts together. What they refer to is checked by `linkProblems`. */
export function assembleScenario(parts: ScenarioParts): Scenario {
  const { drafts, claims, ...model } = parts.model;
  return {
    manifest: parts.manifest,
    hash: scenarioHash(parts),
    model,
    drafts,
    claims,
    regions: parts.tracks.regions,
    calendar: parts.calendar.events.toSorted((a, b) => compare(a.date, b.date)),
    scenes: parts.scenes.toSorted((a, b) => compare(a.date, b.date) || compare(a.id, b.id)),
    gauges: parts.endings.gauges,
    endings: parts.endings.endings,
    quiz: parts.quiz.toSorted((a, b) => compare(a.id, b.id)),
    parties: parts.parties.parties,
    cast: parts.parties.cast,
    facts: parts.facts.facts,
    sources: parts.sources.sources,
    terms: parts.glossary.terms,
    aftermath: parts.aftermath?.events ?? [],
    ...(parts.later ? { later: parts.later } : {}),
    texts: parts.texts,
  };
}

/**
 * Short hash of what decides how a run goes. Texts, languages, the place on the title page, whether it is a draft, the poster, the intended
 * length, pictures, whether an ending carries a contract out, claims, facts, sources, the glossary, the aftermath and the later contract do not, nor do quiz items that no scene
 * asks: a corrected word, a new language or a larger bank must not make a save old.
 */
function scenarioHash(parts: ScenarioParts): string {
  const { parties, tracks, calendar } = parts;
  const endings = {
    ...parts.endings,
    endings: parts.endings.endings.map(({ picture: _, fulfils: _told, ...ending }) => ending),
  };
  const scenes = parts.scenes.map(({ overlap: _, ...scene }) => scene);
  const {
    languages: _,
    order: _place,
    draft: _stage,
    poster: _cast,
    reporter: _asks,
    length: _aim,
    topics: _names,
    tests: _forms,
    ...manifest
  } = parts.manifest;
  const { claims: _shown, ...model } = parts.model;
  const asked = new Set(scenes.map(({ quiz }) => quiz));
  const quiz = parts.quiz.filter(({ id }) => asked.has(id)).map(answerOf);
  return hashJson({ manifest, parties, model, tracks, calendar, endings, scenes, quiz });
}

/** What an answer is judged by. */
function answerOf(item: QuizItem): unknown {
  const { topic: _, objective: _aim, bloom: _level, facts: _cited, picture: _drawn, ...rest } = item;
  if (rest.type === 'estimate') return rest;
  return { ...rest, options: rest.options.map(({ id }) => id) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
