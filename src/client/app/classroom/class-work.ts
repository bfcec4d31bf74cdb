import {
  type ClassCommand,
  type ClassRun,
  NEW_CLASS,
  parseClass,
  type SavedClass,
  saveClass,
  stepClass,
  summaryOfRun,
  voteAt,
} from '../../../core/classroom/index.ts';
import type { Session } from '../../../core/session/index.ts';
import { ballotOf, type ClassIntent, type PlayView, presentClass } from '../../../core/view-model/index.ts';
import { createClassDebriefLink } from '../class-debrief/class-debrief-link.ts';

// Loaded with the first class: a player alone needs nothing of it.

/** What changes a class. */
type ClassStep = Exclude<ClassIntent, { readonly type: 'class.take' }>;

/** What makes a class go, and draws it. What is not possible now changes nothing. */
export interface ClassWork {
  /** What was kept of a class; undefined when it cannot be read. */
  read(value: unknown): ClassRun | undefined;
  save(run: ClassRun): SavedClass;
  /** Opens a class, or one that was there before. */
  open(run: ClassRun | undefined): ClassRun;
  take(
    run: ClassRun,
    intent: ClassStep,
    at: { readonly play: PlayView; readonly decisions: number },
  ): ClassRun;
  /** Where the run has gone meanwhile. */
  follow(run: ClassRun, session: Session): ClassRun;
  readonly present: typeof presentClass;
  readonly summarize: typeof summaryOfRun;
  readonly openDebriefs: typeof createClassDebriefLink;
}

export const CLASS_WORK: ClassWork = {
  read: (value) => {
    const parsed = parseClass(value);
    return parsed.ok ? parsed.value : undefined;
  },
  save: saveClass,
  open: (run = NEW_CLASS) => stepped(run, { type: 'class.opened' }),
  take: (run, intent, { play, decisions }) => {
    switch (intent.type) {
      case 'class.start':
      case 'class.open':
        return stepped(run, { type: 'class.opened' });
      case 'class.close':
        return stepped(run, { type: 'class.closed' });
      case 'class.pause':
        return stepped(run, { type: 'paused' });
      case 'class.resume':
        return stepped(run, { type: 'resumed' });
      case 'class.vote': {
        const ballot = ballotOf(play, decisions);
        if (!ballot) return run;
        const { place, options } = ballot;
        const choices = options.map(({ id }) => id);
        const open = voteAt(run, place) ? run : stepped(run, { type: 'vote.opened', place, choices });
        return stepped(open, { type: 'vote.counted', place, counts: intent.counts });
      }
    }
  },
  follow: (run, session) => {
    const decisions = session.decisions();
    const last = decisions.at(-1);
    const steps: ClassCommand[] = [{ type: 'run.rewound', decision: decisions.length }];
    if (last)
      steps.push({
        type: 'vote.decided',
        place: { kind: 'choice', decision: decisions.length - 1, scene: last.scene },
        choice: last.choice,
      });
    const { quizAnswers } = session.frame().context;
    for (const { place, choice } of run.votes) {
      const response = quizAnswers[place.scene]?.response;
      if (place.kind === 'quiz' && choice === undefined && typeof response === 'string')
        steps.push({ type: 'vote.decided', place, choice: response });
    }
    return steps.reduce(stepped, run);
  },
  present: presentClass,
  summarize: summaryOfRun,
  openDebriefs: createClassDebriefLink,
};

function stepped(run: ClassRun, command: ClassCommand): ClassRun {
  const next = stepClass(run, command);
  return next.ok ? next.value : run;
}
