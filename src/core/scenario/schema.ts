import { z } from 'zod';
import { claimSchema } from './claim.ts';
import { effectSchema } from './effect.ts';
import { gateSchema } from './gate.ts';
import { eventId, factId, id, isoDate, objective } from './schema-parts.ts';

// One schema per structure file. Texts live beside them, one file per language (text-schema.ts).

const gateOption = gateSchema.optional();
const effects = z.array(effectSchema).default([]);

/** Faces the cast can show; drawn on the stage and beside speech. */
export const MOODS = [
  'neutral',
  'pleased',
  'worried',
  'angry',
  'speaking',
  'suspicious',
  'tired',
  'laughing',
] as const;
const mood = z.enum(MOODS);

/** Sound and stage cues an event may carry. */
export const CUES = ['card', 'stamp', 'buzz', 'gavel', 'telex', 'page', 'success', 'failure'] as const;
const cue = z.enum(CUES);

/** manifest.yaml: dates, levels, deadlines, flags, and how the model reads the run. */
export const manifestSchema = z.strictObject({
  id,
  /** Format of these files; raised when an old file could be misread. */
  formatVersion: z.literal(1),
  /** The first is the fallback. A language whose words stand beside is found without being listed. */
  languages: z.array(z.string()).min(1),
  /** Place on the title page: the lowest comes first. Those without follow, by id. */
  order: z.int().min(0).max(1000).optional(),
  /** Not finished: it plays and is checked, but is not listed in a built game, and no gate of the tests asks for it. */
  draft: z.boolean().exactOptional(),
  startDate: isoDate,
  /** Decisions of a run, as the author means it: lowest and highest median of runs to the finale, and the shortest run. */
  length: z
    .strictObject({ median: z.tuple([z.int().min(1), z.int().min(1)]), min: z.int().min(1) })
    .exactOptional(),
  /** At this event the first ending whose gate holds ends the run. */
  finale: eventId,
  /** Party the player leads. */
  player: id,
  /** Who stands on the title page: from the outside to the middle, left and right in turn. */
  poster: z.array(z.strictObject({ figure: z.string(), mood })).default([]),
  /** Figure of the one who asks the quiz questions. */
  reporter: z.string().optional(),
  tiers: z.array(id).min(1),
  /** Shown in the masthead with days left; the nearest open one counts. */
  deadlines: z.array(
    z.strictObject({
      id,
      date: isoDate,
      from: eventId,
      moved: z.array(z.strictObject({ by: eventId, to: isoDate })).default([]),
      endsWhen: gateOption,
    }),
  ),
  /** What quiz items are about, for rounds outside a run. None: the quiz asks no topic. */
  topics: z.array(id).default([]),
  /** Two parallel forms, before and after a run: ids of quiz items in order. */
  tests: z
    .strictObject({ pre: z.array(id).default([]), post: z.array(id).default([]) })
    .default({ pre: [], post: [] }),
  /** Flags the scenario may set. Without values: yes or no. */
  flags: z.array(z.strictObject({ id, values: z.array(z.string()).optional() })),
  /** Circumstances of the negotiation model, read from the state of the run. */
  circumstances: z.strictObject({
    /** Holds when the player has filed an own suit. */
    hasOwnSuit: gateSchema,
    /** Points off a party's reservation value. */
    goodwill: z.array(z.strictObject({ party: id, by: z.number().min(-20).max(20), when: gateSchema })),
  }),
});

const transition = z.union([
  z.string(),
  z.strictObject({ target: z.string().optional(), when: gateOption, effects }),
]);

const stateName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, {
  error: 'The name of a state has letters, digits and hyphens',
});

type StateNode = {
  initial?: string | undefined;
  on?: Record<string, z.infer<typeof transition> | z.infer<typeof transition>[]> | undefined;
  states?: Record<string, StateNode> | undefined;
};
const stateNode: z.ZodType<StateNode> = z.lazy(() =>
  z.strictObject({
    initial: z.string().optional(),
    on: z.record(eventId, z.union([transition, z.array(transition)])).optional(),
    states: z.record(stateName, stateNode).optional(),
  }),
);

/** tracks.yaml: the parallel regions. An id with a dot (`court.first`) nests regions under one name. */
export const tracksSchema = z.strictObject({
  regions: z.array(z.strictObject({ id, initial: z.string(), states: z.record(stateName, stateNode) })),
});

/** Odds of a yes: a number 0..1, or the model's court odds of the present phase; plus bonuses. */
const chance = z.strictObject({
  name: id,
  odds: z.union([z.number().min(0).max(1), z.literal('court')]),
  bonus: z.array(z.strictObject({ when: gateSchema, by: z.number().min(-1).max(1) })).default([]),
  /** What happened in 2020. */
  history: z.boolean(),
});

/** calendar.yaml: what the world does, by date. */
export const calendarSchema = z.strictObject({
  events: z.array(
    z.strictObject({
      id: eventId,
      date: isoDate,
      /** soft events fire only when their gate holds */
      when: gateOption,
      chance: chance.optional(),
      effects,
      facts: z.array(factId).default([]),
      cue: cue.optional(),
      /** Minor news stay out of the feedback screen and appear only in the log. */
      minor: z.boolean().default(false),
    }),
  ),
});

/** What a scene asks for; author tools treat them alike. */
export const SCENE_KINDS = ['decision', 'info', 'goal', 'table', 'knowledge', 'story'] as const;

/** scenes/<id>.yaml. */
export const sceneSchema = z.strictObject({
  id,
  act: z.int().min(0).max(5),
  date: isoDate,
  kind: z.enum(SCENE_KINDS),
  /** Cast id of the fictional person who speaks. */
  speaker: id.optional(),
  mood: mood.default('neutral'),
  when: gateOption,
  /** Issues of the contract that light up. */
  stakes: z.array(id).default([]),
  /** Glossary terms unlocked here. */
  terms: z.array(id).max(3).default([]),
  objectives: z.array(objective).default([]),
  /** Facts cited in the text; each is marked there as `[F-…]`, and no other. */
  evidence: z.array(factId).default([]),
  contested: z.boolean().default(false),
  /** None for a story beat: the player only goes on. */
  choices: z
    .array(
      z.strictObject({
        id,
        when: gateOption,
        effects,
        /** What was really done; shown after the run only. */
        history: z.boolean().default(false),
        cue: cue.optional(),
        /** Facts cited in the feedback. */
        evidence: z.array(factId).default([]),
      }),
    )
    .max(5)
    .default([]),
  quiz: id.optional(),
  perspectives: z.array(z.strictObject({ id, fact: factId })).default([]),
  /** A picture of what the sides of a table accept, once for each phase, side by side. */
  overlap: z.strictObject({ track: id, phases: z.array(id).min(1).max(4) }).optional(),
});

/** A picture put together from the art: who stands there, and what lies before them. */
const picture = z.strictObject({
  /** Colour of a party, behind the figures. */
  ground: z.string(),
  /** From left to right. */
  figures: z
    .array(z.strictObject({ figure: z.string(), mood }))
    .min(1)
    .max(4),
  /** Icons on sheets of paper between the figures. */
  props: z.array(z.string()).max(3).default([]),
  /** Icon of the stamp across the picture. */
  stamp: z.string().optional(),
});

/** endings.yaml: gauges and endings. */
export const endingsSchema = z.strictObject({
  gauges: z.array(
    z.strictObject({
      id,
      icon: z.string(),
      /** Points per trust point away from 50, by party. */
      trust: z.record(id, z.number().min(-1).max(1)).default({}),
      /** Points when a gate holds at the end. */
      shifts: z.array(z.strictObject({ when: gateSchema, by: z.int().min(-50).max(50) })).default([]),
    }),
  ),
  endings: z.array(
    z.strictObject({
      id,
      /** Read at the finale, in the order of the file; without a gate it always holds. */
      when: gateOption,
      /** Reached only by the effect `end`. */
      direct: z.boolean().default(false),
      fulfils: z.literal(true).optional(),
      /** Closest to what happened. */
      history: z.boolean().default(false),
      tone: z.enum(['good', 'mixed', 'bad']),
      speaker: id.optional(),
      mood: mood.default('neutral'),
      cue: cue.optional(),
      /** Gauge start values 0..100 before trust and shifts. */
      gauges: z.record(id, z.int().min(0).max(100)),
      evidence: z.array(factId).default([]),
      picture: picture.exactOptional(),
    }),
  ),
});

/** parties.yaml: parties and cast. */
export const partiesSchema = z.strictObject({
  parties: z.array(
    z.strictObject({
      id,
      /** Cast member who stands for the party. */
      figure: id.optional(),
      emblem: z.string(),
      color: z.string(),
      city: z.string().optional(),
      /** Shown on the stage and in the strip of parties. */
      visible: z.boolean().default(true),
      trust: z.int().min(0).max(100).default(50),
      /** First gate that holds gives mood and status line; the last entry has no gate. */
      statuses: z.array(z.strictObject({ id, when: gateOption, mood })).default([]),
      /** The line on the map between the player and this party. */
      relations: z
        .array(
          z.strictObject({
            id,
            when: gateOption,
            style: z.enum(['none', 'open', 'tense', 'broken', 'signed']),
            tension: z.int().min(0).max(5).default(0),
          }),
        )
        .default([]),
    }),
  ),
  cast: z.array(z.strictObject({ id, figure: z.string(), party: id.optional() })),
});

const optionSets = z.record(z.string(), z.array(z.string()).min(1));
const optionNumbers = z.record(z.string(), z.number().min(0).max(100));
const offer = z.record(z.string(), z.string());

/** model.yaml: the negotiation model. All its numbers are teaching assumptions. */
export const modelSchema = z.strictObject({
  issues: z.array(z.strictObject({ id, options: z.array(z.string()).min(2) })).min(1),
  structure: z.array(z.strictObject({ id, if: optionSets, then: optionSets })),
  tracks: z.array(
    z.strictObject({ id, buyer: id.exactOptional(), allow: optionSets.default({}), signs: eventId }),
  ),
  preferences: z.array(
    z.strictObject({
      party: id,
      role: z.enum(['self', 'buyer', 'ratifier']),
      weights: optionNumbers,
      scores: z.record(z.string(), optionNumbers),
      redLines: optionSets.default({}),
      trustShift: z.number().min(0).max(1).default(0),
    }),
  ),
  /** The first also holds before its date. */
  phases: z
    .array(
      z.strictObject({
        id,
        date: isoDate,
        courtOdds: z.strictObject({
          withoutSuit: z.number().min(0).max(1),
          withSuit: z.number().min(0).max(1),
        }),
        reservation: optionNumbers,
        vetoes: z.array(id),
        redLines: z.record(z.string(), optionSets).default({}),
      }),
    )
    .min(1),
  court: z.record(z.string(), z.strictObject({ keep: z.number(), ban: z.number(), cost: z.number() })),
  licence: z
    .strictObject({
      party: id,
      unless: optionSets,
      homeCost: z.strictObject({ party: id, share: z.number().min(0).max(1) }),
    })
    .exactOptional(),
  tiers: z.array(
    z.strictObject({
      id,
      issues: z.array(id).min(1),
      derived: z
        .array(
          z.strictObject({
            issue: id,
            cases: z.array(z.strictObject({ if: optionSets.default({}), option: z.string() })).min(1),
          }),
        )
        .default([]),
    }),
  ),
  references: z.array(z.strictObject({ id, track: id, offer })).default([]),
  /** How tables go: rounds, and how the other side concedes. */
  bargaining: z
    .strictObject({
      rounds: z.int().min(2).max(12),
      styles: z
        .record(
          id,
          z.strictObject({ beta: z.number().min(0.05).max(20), reciprocity: z.number().min(0).max(1) }),
        )
        .default({}),
    })
    .exactOptional(),
  /** Prepared drafts for tables that are a plain choice; one offer per track. */
  drafts: z.array(z.strictObject({ id, offers: z.record(z.string(), offer) })).default([]),
  /** What the model is meant to show; for the author tools and the model card. No run depends on it. */
  claims: z.array(claimSchema).default([]),
});

/** personas.yaml: ways of playing for the author tools. No part of the shipped scenario. */
export const personasSchema = z.strictObject({
  personas: z.array(
    z.strictObject({
      id,
      /** Choices taken wherever they are open: `scene/choice`. */
      takes: z.array(z.string()).default([]),
      /** Else what was really done. */
      history: z.boolean().default(false),
      /** Else what wins most trust of this party. Where nothing is said: at random. */
      pleases: id.optional(),
      /** Negotiates at tables. Else the prepared draft is put to the vote. */
      bargains: z.boolean().default(false),
      /** Asks these parties at tables, while it can and does not know all their wishes. */
      asks: z.array(id).default([]),
      /** Answers quiz items right, which earns free questions. */
      learns: z.boolean().default(false),
    }),
  ),
});
