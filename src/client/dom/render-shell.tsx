import { render } from 'preact';
import type { Screen, ShellView } from '../../core/view-model/index.ts';
import './styles/index.css';
import type { DomEnv } from './parts/env.ts';
import { Shell } from './shell.tsx';

/** Pages that a whole class reads. */
const LARGE: readonly Screen[] = ['projector', 'quiz', 'table', 'ending'];

/**
 * Draws the page for a view; call it again with each new view. Sets `lang` and the title of the document
 * and `data-screen` on the body, moves the focus to the heading of a new screen, scene or step, and
 * reads out `play.announcement` in a polite live region.
 */
export function renderShell(root: Element, view: ShellView, env: DomEnv): void {
  document.documentElement.lang = view.language;
  document.body.dataset.screen = view.screen;
  document.documentElement.dataset.way = isLarge(view) ? 'projector' : 'solo';
  document.body.dataset.motion = view.settings.motion;
  document.title = titleOf(view, env);
  render(<Shell view={view} env={env} />, root);
}

function isLarge({ screen, classroom, live }: ShellView): boolean {
  return (classroom !== undefined || live?.host !== undefined) && LARGE.includes(screen);
}

function titleOf(view: ShellView, env: DomEnv): string {
  const { scenarioTitle, screen, play, table, round } = view;
  if (screen === 'title') return scenarioTitle;
  const page =
    screen === 'play' || screen === 'projector' || (screen === 'table' && table?.kind === 'story')
      ? play?.scene?.title
      : screen === 'ending'
        ? play?.ending?.title
        : env.translate({
            key:
              screen === 'table'
                ? 'practice.title'
                : screen === 'class-plan'
                  ? 'lessons.title'
                  : round
                    ? 'round.title'
                    : `page.${screen}`,
          });
  return page ? `${page} – ${scenarioTitle}` : scenarioTitle;
}
