import { z } from 'zod';

// Texts of one language. Same ids as the structure file beside which they stand.
// Prose marks: `[F-CN-05]` opens the source of the sentence, `==words==` is highlighted,
// `[[veto-player|Vetospieler]]` opens a glossary term. Nothing else is markup.

const prose = z.string().min(2);

/** scenes/<id>.<language>.yaml. */
export const sceneTextSchema = z.strictObject({
  title: prose,
  /** What happens. Facts are marked. */
  body: prose,
  /** What the fictional speaker says. */
  speech: prose.optional(),
  /** The question the choices answer. */
  question: prose.optional(),
  choices: z.record(z.string(), z.strictObject({ label: prose, feedback: prose })).default({}),
  perspectives: z.record(z.string(), z.strictObject({ who: prose, view: prose })).default({}),
  /** Prompt for the teacher. */
  teacher: prose.optional(),
});

/** scenes/<id>.<language>.easy.yaml: the same scene in easier words. What is missing is read from the scene text. */
export const sceneEasySchema = sceneTextSchema
  .pick({ body: true, speech: true, question: true, choices: true })
  .partial({ body: true });

/** The model card: what the model assumes and why, what it leaves out, and what other numbers would change. */
export const modelCardSchema = z.strictObject({
  title: prose,
  lead: prose,
  /** In the order of the screen; the same ids in every language. Facts are marked. */
  sections: z
    .array(z.strictObject({ id: z.string(), title: prose, paragraphs: z.array(prose).min(1) }))
    .min(1),
});

/** All other texts, by the structure file beside which they stand. */
export const textSchemas = {
  manifest: z.strictObject({
    title: prose,
    /** The title page: two sentences, the phrase that counts, where and when, how long and for whom. */
    poster: z.strictObject({ lead: prose, key: prose, place: prose, length: prose }),
    /** Whose side the player sees, and what that does not mean. */
    role: prose,
    /** What the case is and how far the sources reach. */
    about: prose,
    /** Whom the game has nothing to do with. */
    disclaimer: prose,
    deadlines: z.record(z.string(), prose),
    acts: z.record(z.string(), prose),
    tiers: z.record(z.string(), z.strictObject({ name: prose, about: prose })),
    /** Names of the topics of quiz items. */
    topics: z.record(z.string(), prose).default({}),
    /** Groups of facts, by the letters in their ids: `LAW: courts and statutes`. */
    factGroups: z.record(z.string(), prose).default({}),
  }),
  /** Names of the states a player may see, by region. */
  tracks: z.record(z.string(), z.strictObject({ name: prose, states: z.record(z.string(), prose) })),
  calendar: z.record(
    z.string(),
    z.strictObject({
      /** Headline of at most ten words. */
      headline: prose,
      news: prose,
      /** Other words when the chance fell this way. */
      yes: prose.optional(),
      no: prose.optional(),
    }),
  ),
  endings: z.strictObject({
    gauges: z.record(z.string(), z.strictObject({ name: prose, about: prose })),
    endings: z.record(
      z.string(),
      z.strictObject({
        title: prose,
        /** What happened in this run: fiction where it left history. */
        story: prose,
        /** Why it came like this, in the words of negotiation theory. */
        why: prose,
        /** What really happened, with fact marks. */
        reality: prose,
        /** The picture in words, for those who do not see it. */
        picture: prose.exactOptional(),
        /** Three questions that only this ending asks. */
        prompts: z.array(prose).length(3).exactOptional(),
      }),
    ),
    /** Questions after every ending. */
    reflection: z.array(prose),
    /**
     * Sides for which the player may argue, in the order of the screen; the same ids in every language: the strongest
     * honest case of the side in our own words with facts marked, and what to write.
     */
    roles: z.record(z.string(), z.strictObject({ name: prose, case: prose, prompt: prose })).default({}),
  }),
  parties: z.strictObject({
    parties: z.record(
      z.string(),
      z.strictObject({
        name: prose,
        role: prose,
        statuses: z.record(z.string(), prose).default({}),
        relations: z.record(z.string(), prose).default({}),
      }),
    ),
    cast: z.record(z.string(), z.strictObject({ name: prose, role: prose })),
  }),
  model: z.strictObject({
    issues: z.record(
      z.string(),
      z.strictObject({ name: prose, question: prose, options: z.record(z.string(), prose) }),
    ),
    tracks: z.record(z.string(), prose),
    phases: z.record(z.string(), prose),
    rules: z.record(z.string(), prose),
    drafts: z.record(z.string(), z.strictObject({ name: prose, about: prose })).default({}),
    /** Stamps on the map when somebody answers at a table: `signed`, `countered`, `refused`, `blocked`. */
    replies: z.partialRecord(z.enum(['signed', 'countered', 'refused', 'blocked']), prose).default({}),
    /** One sentence per claim. */
    claims: z.record(z.string(), prose).default({}),
    /** Names of the reference offers. */
    references: z.record(z.string(), prose).default({}),
    card: modelCardSchema.exactOptional(),
  }),
  facts: z.record(z.string(), prose),
  glossary: z.record(z.string(), z.strictObject({ term: prose, short: prose, example: prose.optional() })),
  /** What happened next, by event. Facts are marked. */
  aftermath: z.record(z.string(), z.strictObject({ headline: prose, text: prose })),
  later: z.strictObject({
    title: prose,
    /** Names of the two times, as heads of columns. */
    then: prose,
    now: prose,
    comparisons: z.record(z.string(), z.strictObject({ topic: prose, then: prose, now: prose })),
    /** Head of the part in which the model judges the later contract. */
    deal: prose,
    notes: z.record(z.string(), prose),
  }),
  quizItem: z.strictObject({
    /** A question, or the statement that is judged. */
    stem: prose,
    /** Every option has an explanation. */
    options: z.record(z.string(), z.strictObject({ text: prose, why: prose })).default({}),
    /** What options are matched with. */
    targets: z.record(z.string(), prose).default({}),
    /** Of an estimate: what is counted, and the explanation. */
    unit: z.string().min(1).exactOptional(),
    why: prose.exactOptional(),
  }),
} as const;
