import type { ChapterProps } from './chapters.ts';

export function SoWhatChapter({ debrief }: ChapterProps) {
  return <p>{debrief.ending.title}</p>;
}
