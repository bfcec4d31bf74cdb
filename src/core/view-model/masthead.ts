import { addDays, daysBetween, type IsoDate } from '../domain/index.ts';
import { gateHolds, runTables } from '../machine/index.ts';
import type { Frame } from '../session/index.ts';
import type { Presenting } from './run-history.ts';
import type { CalendarDayView, DeadlineView, MastheadView } from './view-model.ts';

const DAYS_BEFORE = 3;
const DAYS_SHOWN = 10;

export function presentMasthead(present: Presenting): MastheadView {
  const { scenario, texts, frame } = present;
  const { date } = frame.context;
  const deadlines = openDeadlines(present);
  const [next, ...later] = deadlines.filter(({ daysLeft }) => daysLeft >= 0);
  const act = currentAct(present);
  const { agenda } = runTables(scenario);
  return {
    date,
    act: { number: act, name: texts.manifest.acts[act] ?? '' },
    ...(next ? { next } : {}),
    later,
    days: daysAround(date, deadlines),
    season: { start: scenario.manifest.startDate, end: agenda.at(-1)?.date ?? date },
    progress: frame.story === 'ended' ? 1 : frame.context.position / agenda.length,
  };
}

/** Deadlines that are set and not lifted, nearest first; passed ones have negative days. */
function openDeadlines({ scenario, texts, frame }: Presenting): readonly DeadlineView[] {
  const { context } = frame;
  return scenario.manifest.deadlines
    .filter(
      ({ from, endsWhen }) =>
        context.fired.includes(from) && !(endsWhen && gateHolds(scenario, frame, endsWhen)),
    )
    .map(({ id, date, moved }) => {
      const latest = moved.findLast(({ by }) => context.fired.includes(by))?.to ?? date;
      return {
        id,
        label: texts.manifest.deadlines[id] ?? id,
        date: latest,
        daysLeft: daysBetween(context.date, latest),
      };
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** 0 calm, 1 within three weeks of a deadline, 2 within five days. */
export function presentPressure(masthead: MastheadView): 0 | 1 | 2 {
  const days = masthead.next?.daysLeft;
  if (days === undefined || days > 21) return 0;
  return days > 5 ? 1 : 2;
}

function currentAct({ scenario, run }: Presenting): number {
  const scenes = runTables(scenario).scenes;
  const actOf = ({ context }: Frame) => scenes.get(context.sceneId ?? '')?.scene.act;
  const frame = run.frames().findLast((candidate) => actOf(candidate) !== undefined);
  return (frame && actOf(frame)) ?? 0;
}

function daysAround(today: IsoDate, deadlines: readonly DeadlineView[]): readonly CalendarDayView[] {
  return Array.from({ length: DAYS_SHOWN }, (_, index): CalendarDayView => {
    const date = addDays(today, index - DAYS_BEFORE);
    const deadline = deadlines.find((candidate) => candidate.date === date);
    return {
      date,
      isPast: date < today,
      isToday: date === today,
      ...(deadline ? { deadline: deadline.label } : {}),
    };
  });
}
