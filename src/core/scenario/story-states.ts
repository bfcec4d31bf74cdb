/** Name of the region that the engine itself adds to those of the scenario. */
export const STORY_REGION = 'story';

/** States of the story region. `advance` lasts only between two entries of the agenda. */
export const STORY_STATES = [
  'advance',
  'present',
  'decide',
  'table',
  'feedback',
  'quiz.question',
  'quiz.explained',
  'ended',
] as const;
