import type { z } from 'zod';
import type { Language } from '../domain/index.ts';
import type { NegotiationModel, Offer } from '../model/index.ts';
import type { Claim } from './claim.ts';
import type {
  aftermathSchema,
  factsSchema,
  glossarySchema,
  laterSchema,
  sourcesSchema,
} from './library-schema.ts';
import type { quizItemSchema } from './quiz-schema.ts';
import type {
  calendarSchema,
  endingsSchema,
  manifestSchema,
  partiesSchema,
  personasSchema,
  sceneSchema,
  tracksSchema,
} from './schema.ts';
import type { modelCardSchema, sceneEasySchema, sceneTextSchema, textSchemas } from './text-schema.ts';

export type Manifest = z.infer<typeof manifestSchema>;
export type Region = z.infer<typeof tracksSchema>['regions'][number];
export type CalendarEvent = z.infer<typeof calendarSchema>['events'][number];
export type Scene = z.infer<typeof sceneSchema>;
export type Choice = Scene['choices'][number];
export type Ending = z.infer<typeof endingsSchema>['endings'][number];
export type Gauge = z.infer<typeof endingsSchema>['gauges'][number];
/** A quiz item; its `type` says what is asked and what an answer looks like. */
export type QuizItem = z.infer<typeof quizItemSchema>;
export type QuizPicture = NonNullable<QuizItem['picture']>;
export type Party = z.infer<typeof partiesSchema>['parties'][number];
export type CastMember = z.infer<typeof partiesSchema>['cast'][number];
export type Fact = z.infer<typeof factsSchema>['facts'][number];
export type Source = z.infer<typeof sourcesSchema>['sources'][number];
export type Term = z.infer<typeof glossarySchema>['terms'][number];
/** What happened after the story: a dated event with its facts. */
export type AftermathEvent = z.infer<typeof aftermathSchema>['events'][number];
/** How the dispute was settled in the end. */
export type Later = z.infer<typeof laterSchema>;
/** A way of playing, described for the author tools. */
export type PersonaFile = z.infer<typeof personasSchema>['personas'][number];

/** The model card of one language, for the screen. */
export type ModelCard = z.infer<typeof modelCardSchema>;

/** A prepared draft: one offer for each track on which it can be laid. */
export interface Draft {
  readonly id: string;
  readonly offers: Readonly<Record<string, Offer>>;
}

type TextOf<K extends keyof typeof textSchemas> = z.infer<(typeof textSchemas)[K]>;

/** All texts of one language, by owner. Scene and quiz texts are keyed by id. */
export interface ScenarioTexts {
  readonly manifest: TextOf<'manifest'>;
  readonly tracks: TextOf<'tracks'>;
  readonly calendar: TextOf<'calendar'>;
  readonly endings: TextOf<'endings'>;
  readonly parties: TextOf<'parties'>;
  readonly model: TextOf<'model'>;
  readonly facts: TextOf<'facts'>;
  readonly glossary: TextOf<'glossary'>;
  readonly aftermath: TextOf<'aftermath'>;
  readonly later?: TextOf<'later'>;
  readonly scenes: Readonly<Record<string, z.infer<typeof sceneTextSchema>>>;
  readonly quiz: Readonly<Record<string, TextOf<'quizItem'>>>;
  /** Texts of the reading level "easy", as far as there are any. */
  readonly easy: { readonly scenes: Readonly<Record<string, z.infer<typeof sceneEasySchema>>> };
}

/** A checked scenario: every reference resolves. Built from the author files, shipped as one JSON. */
export interface Scenario {
  readonly manifest: Manifest;
  /** Short hash of the structure files; texts do not change it. A save names it. */
  readonly hash: string;
  readonly model: NegotiationModel;
  readonly drafts: readonly Draft[];
  /** What the model is meant to show. */
  readonly claims: readonly Claim[];
  readonly regions: readonly Region[];
  /** In order of date, then of the file. */
  readonly calendar: readonly CalendarEvent[];
  /** In order of date, then of id. */
  readonly scenes: readonly Scene[];
  readonly gauges: readonly Gauge[];
  readonly endings: readonly Ending[];
  readonly quiz: readonly QuizItem[];
  readonly parties: readonly Party[];
  readonly cast: readonly CastMember[];
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly terms: readonly Term[];
  /** In order of date; empty when the scenario tells none. */
  readonly aftermath: readonly AftermathEvent[];
  /** Missing in a scenario that compares nothing. */
  readonly later?: Later;
  readonly texts: Readonly<Record<Language, ScenarioTexts>>;
}
