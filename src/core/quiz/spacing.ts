import { type CardInput, fsrs, type Grade, Rating, State } from 'ts-fsrs';
import type { IsoDate } from '../domain/index.ts';
import type { QuizItem } from '../scenario/index.ts';
import { type Encounter, encounterOf, type QuizDiary } from './diary.ts';
import { type Confidence, isRight, type QuizAnswer } from './response.ts';

// The only file that knows the library: nothing before the first answer may need it.

/** An answer says two things: whether it was right, and how sure the player was. */
const GRADES: Readonly<Record<Confidence, Grade>> = {
  guess: Rating.Hard,
  'fairly-sure': Rating.Good,
  sure: Rating.Easy,
};

/**
 * The diary after an answer on a day. On the same day the first answer counts, unless the new one is wrong: whoever
 * has just read the solution has not remembered it.
 */
export function meetItem(
  diary: QuizDiary,
  item: QuizItem,
  { answer, today }: { readonly answer: QuizAnswer; readonly today: IsoDate },
): QuizDiary {
  const known = encounterOf(diary, item.id);
  const grade = isRight(item, answer.response) ? GRADES[answer.confidence] : Rating.Again;
  // A clock that was set back is the same day.
  const day = known && known.last > today ? known.last : today;
  if (known?.last === day && grade !== Rating.Again) return diary;
  return { ...diary, items: { ...diary.items, [item.id]: scheduled(known, grade, day) } };
}

function scheduled(known: Encounter | undefined, grade: Grade, today: IsoDate): Encounter {
  // Days, not minutes: nobody comes back to a game after ten minutes. Without chance: the same answers, the same day.
  const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });
  const { due, stability, difficulty, reps, lapses } = scheduler.next(
    cardOf(known, today),
    today,
    grade,
  ).card;
  return { last: today, due: due.toISOString().slice(0, 10), stability, difficulty, reps, lapses };
}

function cardOf(known: Encounter | undefined, today: IsoDate): CardInput {
  const shared = { elapsed_days: 0, scheduled_days: 0, learning_steps: 0 };
  if (!known)
    return { ...shared, due: today, stability: 0, difficulty: 0, reps: 0, lapses: 0, state: State.New };
  const { last, ...memory } = known;
  return { ...shared, ...memory, last_review: last, state: State.Review };
}
