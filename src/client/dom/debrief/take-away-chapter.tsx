import type { ChapterProps } from './chapters.ts';

export function TakeAwayChapter({ debrief }: ChapterProps) {
  return <p>{debrief.ending.title}</p>;
}
