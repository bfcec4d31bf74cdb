import { createDice, hash32, type Result, success } from '../domain/index.ts';
import type { Scenario } from '../scenario/index.ts';
import {
  KNOWLEDGE_LEVELS,
  type KnowledgeLevel,
  movePractice,
  type Practice,
  type PracticeOptions,
  practiceSetting,
  startPractice,
} from '../session/index.ts';
import { isTableSigned, type Move, type TableSetting, votesAt } from '../strategy/index.ts';
import type { Guesses } from './bargaining-beliefs.ts';
import {
  BARGAINING_STYLES,
  type BargainingMove,
  type BargainingStyle,
  bargainingMove,
} from './bargaining-bot.ts';

/** At which table, how often, from which seed on. */
export interface BargainingOptions extends Omit<PracticeOptions, 'knowledge'> {
  /** Games of a cell. */
  readonly n: number;
  readonly seed: number;
}

/** What came of the games of one way to negotiate, as shares 0..1 of them. */
export interface BargainingCell {
  readonly knowledge: KnowledgeLevel;
  readonly style: BargainingStyle;
  readonly signed: number;
  /** Signed, and everyone with a veto accepts. */
  readonly ratified: number;
}

// How far apart two players can be in what they make of numbers that nobody tells them. Teaching assumption.
const SCORE_SPREAD = 25;
const NEED_SPREAD = 5;

/** Games at a practice table by how much the player knows and how it negotiates: what is knowing worth? */
export function measureBargaining(
  scenario: Scenario,
  { n, seed, ...options }: BargainingOptions,
): Result<readonly BargainingCell[]> {
  const cells: BargainingCell[] = [];
  for (const style of BARGAINING_STYLES) {
    for (const knowledge of KNOWLEDGE_LEVELS) {
      const start = startPractice(scenario, { ...options, knowledge });
      if (!start.ok) return start;
      let signed = 0;
      let ratified = 0;
      for (let game = 0; game < n; game += 1) {
        const end = playGame(scenario, start.value, style, seed + game);
        if (end.talks.status !== 'signed') continue;
        signed += 1;
        const votes = votesAt(practiceSetting(scenario, end.options), end.talks.offer);
        if (votes.every(({ yes }) => yes)) ratified += 1;
      }
      cells.push({ knowledge, style, signed: signed / n, ratified: ratified / n });
    }
  }
  return success(cells);
}

/** The same number is the same player in every cell: cells differ by what is known and how it is used only. */
function playGame(scenario: Scenario, start: Practice, style: BargainingStyle, game: number): Practice {
  const setting = practiceSetting(scenario, start.options);
  const guesses = guessesOf(game);
  const dice = createDice(hash32(`bargaining:${game}`));
  let practice = start;
  while (practice.talks.status === 'open') {
    const { talks, info } = practice;
    const move = moveOf(setting, bargainingMove({ setting, talks, info, style, guesses }, dice));
    const next = movePractice(scenario, practice, talks.turns.length, move);
    if (!next) throw new Error(`the bot made a move that is not possible: ${move.kind}`);
    practice = next;
  }
  return practice;
}

function moveOf(setting: TableSetting, move: BargainingMove): Move {
  if (move.kind !== 'propose' && move.kind !== 'final') return { kind: move.kind };
  const { kind, offer } = move;
  return kind === 'propose'
    ? { kind, offer }
    : { kind, offer, isSigned: isTableSigned(setting, votesAt(setting, offer)) };
}

/** What the player of one game makes of numbers that are not known; the same as long as the game lasts. */
function guessesOf(game: number): Guesses {
  const spread = (what: string) => 2 * createDice(hash32(`guess:${game}:${what}`)).next01() - 1;
  return {
    score: (party, issue, option) => SCORE_SPREAD * spread(`${party}:${issue}:${option}`),
    need: (party) => NEED_SPREAD * spread(party),
  };
}
