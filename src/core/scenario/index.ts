// The formats of a scenario: schemas of the author files, gates and effects, and how files refer to each other.
export { assembleScenario, type ScenarioParts } from './assemble.ts';
export { parseBundle } from './bundle.ts';
export type { Claim } from './claim.ts';
export type { Effect } from './effect.ts';
export { factGroup } from './fact-group.ts';
export type { Gate } from './gate.ts';
export {
  type LessonPlan,
  type Lessons,
  type LessonTexts,
  lessonsSchema,
  lessonTextSchema,
  parseLessons,
} from './lesson-schema.ts';
export {
  aftermathSchema,
  FACT_KINDS,
  factsSchema,
  glossarySchema,
  laterSchema,
  sourcesSchema,
} from './library-schema.ts';
export { linkProblems } from './link.ts';
export { lessonLinkProblems } from './link-lessons.ts';
export { nearestName } from './nearest-name.ts';
export { personaProblems } from './persona-links.ts';
export { quizOptions } from './quiz-item.ts';
export { quizItemSchema } from './quiz-schema.ts';
export {
  type BriefSentence,
  parseRoleBriefs,
  type RoleBriefs,
  type RoleFile,
  type RoleTexts,
  roleLinkProblems,
  rolesSchema,
  roleTextSchema,
} from './role-schema.ts';
export type {
  AftermathEvent,
  CalendarEvent,
  CastMember,
  Choice,
  Draft,
  Ending,
  Fact,
  Gauge,
  Later,
  Manifest,
  ModelCard,
  Party,
  PersonaFile,
  QuizItem,
  QuizPicture,
  Region,
  Scenario,
  ScenarioTexts,
  Scene,
  Source,
  Term,
} from './scenario.ts';
export {
  CUES,
  calendarSchema,
  endingsSchema,
  MOODS,
  manifestSchema,
  modelSchema,
  partiesSchema,
  personasSchema,
  SCENE_KINDS,
  sceneSchema,
  tracksSchema,
} from './schema.ts';
export { STORY_REGION, STORY_STATES } from './story-states.ts';
export { sceneEasySchema, sceneTextSchema, textSchemas } from './text-schema.ts';
