import type { ChapterProps } from './chapters.ts';

export function WhatIfChapter({ debrief }: ChapterProps) {
  return <p>{debrief.ending.title}</p>;
}
