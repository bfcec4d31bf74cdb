import type { ChapterProps } from './chapters.ts';

export function LearningChapter({ debrief }: ChapterProps) {
  return <p>{debrief.ending.title}</p>;
}
