import type { CalendarDayView, MastheadView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** Name, date, days left, and the ten days around today. */
export function Masthead({ masthead }: { readonly masthead: MastheadView }) {
  const { view } = useDom();
  const t = useWords();
  const { act, next, later, date, days } = masthead;
  return (
    <>
      <div class="masthead__name">
        <p class="masthead__title">{view.scenarioTitle}</p>
        <p class="masthead__date">
          <time dateTime={date}>{dateWords(view.language, date, 'full')}</time>
          <span class="masthead__act">{t('play.act', { number: act.number, name: act.name })}</span>
        </p>
      </div>
      {next && (
        <p class="countdown" data-days-left={next.daysLeft}>
          <b class="countdown__number">{Math.abs(next.daysLeft)}</b>
          <span class="countdown__label">
            {t(next.daysLeft < 0 ? 'play.daysPast' : 'play.daysTo', {
              count: Math.abs(next.daysLeft),
              deadline: next.label,
            })}
            {later.map(({ id, label, daysLeft }) => (
              <span key={id} class="countdown__later">
                {t('play.later', { count: daysLeft, deadline: label })}
              </span>
            ))}
          </span>
        </p>
      )}
      <ol class="calendar" aria-label={t('play.calendar')}>
        {days.map((day) => (
          <CalendarDay key={day.date} day={day} />
        ))}
      </ol>
    </>
  );
}

function CalendarDay({ day }: { readonly day: CalendarDayView }) {
  const { view } = useDom();
  const t = useWords();
  const names = ['day'];
  if (day.isPast) names.push('day--past');
  if (day.isToday) names.push('day--today');
  if (day.deadline !== undefined) names.push('day--deadline');
  const note = day.isToday ? t('play.today') : day.deadline;
  return (
    <li class={names.join(' ')} aria-current={day.isToday ? 'date' : undefined}>
      <time dateTime={day.date}>
        <span class="day__name">{dateWords(view.language, day.date, 'weekday')}</span>
        <b class="day__number">{Number(day.date.slice(8))}</b>
      </time>
      {note !== undefined && <span class="day__note">{note}</span>}
      {day.isToday && day.deadline !== undefined && <span class="visually-hidden">{day.deadline}</span>}
    </li>
  );
}
