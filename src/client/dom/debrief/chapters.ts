import type { ComponentChild } from 'preact';
import type { DebriefView, PlayView } from '../../../core/view-model/index.ts';

/** In the order in which they are read. */
export const CHAPTERS = ['happened', 'why', 'whatIf', 'reality', 'soWhat', 'learning', 'takeAway'] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** The chapter of that name. The history of the browser may hold any: the first one then. */
export function chapterOf(name: string | undefined): Chapter {
  return CHAPTERS.find((chapter) => chapter === name) ?? CHAPTERS[0];
}

/** What every chapter is drawn from. */
export interface ChapterProps {
  readonly debrief: DebriefView;
  readonly play: PlayView;
}

export type ChapterView = (props: ChapterProps) => ComponentChild;
