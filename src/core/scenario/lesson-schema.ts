import { z } from 'zod';
import { failure, type Language, type Result, success } from '../domain/index.ts';
import { id, objective } from './schema-parts.ts';

// lessons.yaml and its words: plans for a lesson with the game. Read by teachers, never by a run.

/** What a class does in a phase. */
const PHASE_KINDS = [
  'open',
  'pretest',
  'play',
  'vote',
  'table',
  'quiz',
  'discuss',
  'debrief',
  'posttest',
] as const;

/** lessons.yaml. */
export const lessonsSchema = z.strictObject({
  plans: z
    .array(
      z.strictObject({
        id,
        /** Alone or in pairs on own devices, or one screen on which the class votes. */
        mode: z.enum(['solo', 'projector']),
        minutes: z.literal([45, 90]),
        objectives: z.array(objective).min(1),
        materials: z.array(id).default([]),
        /** In order; their minutes add up to those of the plan. */
        phases: z
          .array(
            z.strictObject({
              id,
              kind: z.enum(PHASE_KINDS),
              minutes: z.int().min(1).max(90),
              /** Scenes of which the class talks; each has prompts. */
              scenes: z.array(id).default([]),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
});

const prose = z.string().min(2);

/** lessons.<language>.yaml. Facts are marked, but for the prompts: they ask, and state nothing. */
export const lessonTextSchema = z.strictObject({
  plans: z.record(
    z.string(),
    z.strictObject({
      title: prose,
      goal: prose,
      phases: z.record(
        z.string(),
        z.strictObject({
          title: prose,
          /** What the teacher does. */
          teacher: prose,
          /** What the class does. */
          pupils: prose,
          /** What to do instead when time runs short. */
          short: prose,
        }),
      ),
    }),
  ),
  /** What pupils can do in the end, by learning objective. */
  objectives: z.record(z.string(), prose),
  materials: z.record(z.string(), prose).default({}),
  /** Open questions by scene, beside the one that the scene itself has for the teacher. */
  prompts: z.record(z.string(), z.array(prose).min(1).max(3)),
});

export type LessonPlan = z.infer<typeof lessonsSchema>['plans'][number];
export type LessonTexts = z.infer<typeof lessonTextSchema>;

/** Lesson plans of a scenario, with their words in every language. No part of the scenario: no run reads them. */
export interface Lessons {
  /** Id of the scenario. */
  readonly scenario: string;
  readonly plans: readonly LessonPlan[];
  readonly texts: Readonly<Record<Language, LessonTexts>>;
}

const fileSchema = z.strictObject({
  scenario: id,
  plans: lessonsSchema.shape.plans,
  texts: z.record(z.string(), lessonTextSchema),
});

/** Reads the lessons that a build wrote, at the door: `lessons-malformed`, once for each wrong place. */
export function parseLessons(value: unknown): Result<Lessons> {
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  return failure(
    ...parsed.error.issues.map(({ path, message }) => ({
      code: 'lessons-malformed',
      path: path.map(String).join('.'),
      message,
    })),
  );
}
