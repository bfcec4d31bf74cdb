import { isRight, type QuizAnswer } from '../../quiz/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { RoomEvent } from '../live/room-event.ts';
import type { RoundForm, SeatId } from '../live/room-ids.ts';
import type { Counts } from '../tally.ts';
import { areEnough, LEAST_ANSWERS } from './least-answers.ts';
import { type KeptVote, type RoomRecord, recordOf } from './room-record.ts';
import { summaryTable } from './summary-tables.ts';
import type { ClassSummary, SummaryGain, SummaryQuestion, SummaryVote } from './summary-types.ts';

/**
 * What a class has done, from the log of its room alone: the same log gives the same summary. Nothing in it tells
 * who did what. Throws nothing on an odd log: what is not possible is left out.
 */
export function summaryOf(scenario: Scenario, log: readonly RoomEvent[]): ClassSummary {
  const record = recordOf(scenario, log);
  const gain = gainOf(scenario, record);
  return {
    seats: record.seats.size,
    paths: record.paths,
    votes: record.votes.filter(({ votes }) => votes.size > 0).map(summaryVote),
    questions: [
      ...questionsIn(scenario, 'pre', record.rounds.pre),
      ...questionsIn(scenario, 'story', record.story),
      ...questionsIn(scenario, 'post', record.rounds.post),
    ],
    ...(gain ? { gain } : {}),
    tables: record.tables.map(summaryTable),
  };
}

function summaryVote({ place, choices, votes, choice }: KeptVote): SummaryVote {
  const cast = [...votes.values()];
  const given = cast.map((vote) => vote.choice);
  const tags = cast.flatMap(({ reason }) => (reason?.tag === undefined ? [] : [reason.tag]));
  return {
    place,
    counts: countsOf(given, choices),
    ...(choice === undefined ? {} : { choice }),
    reasons: tags.length < LEAST_ANSWERS ? {} : countsOf(tags),
  };
}

/** `answers` by item, then by who gave them. */
function questionsIn(
  scenario: Scenario,
  where: SummaryQuestion['where'],
  answers: ReadonlyMap<string, ReadonlyMap<string, QuizAnswer>>,
): readonly SummaryQuestion[] {
  return [...answers].flatMap(([id, given]): SummaryQuestion[] => {
    const item = scenario.quiz.find((candidate) => candidate.id === id);
    const list = [...given.values()];
    if (!item || !areEnough(item, list.length)) return [];
    const right = list.filter(({ response }) => isRight(item, response));
    const wrong = list.filter(({ response }) => !isRight(item, response));
    const sure = (answers: readonly QuizAnswer[]) =>
      answers.filter(({ confidence }) => confidence !== 'guess').length;
    return [
      {
        item: id,
        where,
        answers: list.length,
        right: right.length,
        counts: countsOf(list.map(({ response }) => JSON.stringify(response))),
        sure: { right: sure(right), wrong: sure(wrong) },
      },
    ];
  });
}

function gainOf(scenario: Scenario, { rounds, items }: RoomRecord): SummaryGain | undefined {
  const before = sharesOf(scenario, rounds.pre, items.pre);
  const after = sharesOf(scenario, rounds.post, items.post);
  const both = [...before].flatMap(([seat, share]) => {
    const later = after.get(seat);
    return later === undefined ? [] : [{ before: share, after: later }];
  });
  const n = both.length;
  if (n === 0) return undefined;
  const mean = (form: 'before' | 'after') => both.reduce((sum, shares) => sum + shares[form], 0) / n;
  const [first, last] = [mean('before'), mean('after')];
  const gain = first < 1 ? { gain: (last - first) / (1 - first) } : {};
  return { n, before: first, after: last, ...gain };
}

/** Share of right answers of each seat that has answered every question of a form. */
function sharesOf(
  { quiz }: Scenario,
  answers: RoomRecord['rounds'][RoundForm],
  items: readonly string[],
): ReadonlyMap<SeatId, number> {
  const asked = quiz.filter(({ id }) => items.includes(id));
  const seats = new Set([...answers.values()].flatMap((given) => [...given.keys()]));
  const shares = new Map<SeatId, number>();
  for (const seat of seats) {
    const own = asked.flatMap((item) => {
      const answer = answers.get(item.id)?.get(seat);
      return answer ? [isRight(item, answer.response)] : [];
    });
    if (own.length === asked.length) shares.set(seat, own.filter(Boolean).length / asked.length);
  }
  return shares;
}

/** How often each was given, those in `known` first. */
function countsOf(given: readonly string[], known: readonly string[] = []): Counts {
  const counts = new Map(known.map((id) => [id, 0]));
  for (const id of given) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries(counts);
}
