import type { RunRecord } from '../../../core/debrief/index.ts';
import type { Circumstances, PartyRole } from '../../../core/model/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { Answer, Question } from './work.ts';

// What the page and its worker say to each other. Both ends read what arrives as unknown.

/** To the worker: the scenario once, without its words, then questions. */
export type WorkRequest =
  | { readonly type: 'scenario'; readonly scenario: Scenario }
  | { readonly type: 'question'; readonly id: number; readonly question: Question };

/** From the worker. */
export type WorkReply =
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

export function parseWorkRequest(value: unknown): WorkRequest | undefined {
  if (!isFields(value)) return undefined;
  const { type, id, question, scenario } = value;
  if (type === 'scenario' && isScenario(scenario)) return { type, scenario };
  if (type === 'question' && isId(id) && isQuestion(question)) return { type, id, question };
  return undefined;
}

export function parseWorkReply(value: unknown): WorkReply | undefined {
  if (!isFields(value)) return undefined;
  const { type, id, share, message, answer } = value;
  if (!isId(id)) return undefined;
  if (type === 'progress' && typeof share === 'number') return { type, id, share };
  if (type === 'answer' && isAnswer(answer)) return { type, id, answer };
  if (type === 'failed' && typeof message === 'string') return { type, id, message };
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is number => Number.isSafeInteger(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isAll =
  <T>(isOne: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(isOne);
const isRecordOf =
  <T>(isOne: (value: unknown) => value is T) =>
  (value: unknown): value is Readonly<Record<string, T>> =>
    isFields(value) && Object.values(value).every(isOne);

/** The scenario was checked when it was loaded: here it only has to be one. */
function isScenario(value: unknown): value is Scenario {
  if (!isFields(value) || !isFields(value.manifest)) return false;
  const { model, scenes, calendar, regions, endings, gauges, parties, quiz } = value;
  return [scenes, calendar, regions, endings, gauges, parties, quiz].every(isAll(isFields)) && isModel(model);
}

function isModel(value: unknown): boolean {
  if (!isFields(value)) return false;
  const lists = [value.issues, value.structure, value.tracks, value.preferences, value.phases, value.tiers];
  return lists.every(isAll(isFields)) && isFields(value.court);
}

function isCircumstances(value: unknown): value is Circumstances {
  if (!isFields(value)) return false;
  const { phase, hasOwnSuit, trust, goodwill } = value;
  const isNumbers = isRecordOf(isNumber);
  return isText(phase) && typeof hasOwnSuit === 'boolean' && isNumbers(trust) && isNumbers(goodwill);
}

/** The log comes from a run that was played: it is walked again, and so only has to be one. */
function isRecord(value: unknown): value is RunRecord {
  return isFields(value) && isNumber(value.seed) && isText(value.tier) && isAll(isFields)(value.log);
}

function isQuestion(value: unknown): value is Question {
  if (isFields(value) && value.kind === 'debrief') return isRecord(value.run);
  if (isFields(value) && value.kind === 'class-deals')
    return isText(value.tier) && isAll(isFields)(value.deals);
  if (!isFields(value) || !isText(value.track) || !isText(value.tier)) return false;
  if (value.kind === 'overlap') return isAll(isCircumstances)(value.circumstances);
  return (
    value.kind === 'nearest' &&
    isCircumstances(value.circumstances) &&
    isRecordOf(isText)(value.offer) &&
    isText(value.player)
  );
}

function isAnswer(value: unknown): value is Answer {
  if (!isFields(value)) return false;
  if (value.kind === 'overlap') return isAll(isOverlap)(value.overlaps);
  if (value.kind === 'debrief') return isDebrief(value.debrief);
  if (value.kind === 'class-deals') return isAll(isFields)(value.clouds);
  return value.kind === 'nearest' && isFields(value.search) && isSearch(value.search);
}

function isDebrief(value: unknown): boolean {
  if (!isFields(value) || !isFields(value.causes) || !isFields(value.deals)) return false;
  const { causes, deals } = value;
  const lists = [causes.decisions, deals.clouds, deals.zones];
  return isFields(causes.run) && lists.every(isAll(isFields));
}

const ROLES: ReadonlySet<unknown> = new Set(['self', 'buyer', 'ratifier'] satisfies PartyRole[]);
const isBlocker = (value: unknown): value is Fields =>
  isFields(value) && isText(value.party) && isNumber(value.alone);

function isOverlap(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const { phase, valid, agreed, sides, regions, blockers } = value;
  const isSide = (side: unknown): side is Fields =>
    isFields(side) &&
    ROLES.has(side.role) &&
    isAll(isText)(side.parties) &&
    typeof side.hasSay === 'boolean' &&
    isNumber(side.accepted) &&
    isNumber(side.left);
  return (
    isText(phase) &&
    isNumber(valid) &&
    isNumber(agreed) &&
    isAll(isSide)(sides) &&
    isAll(isNumber)(regions) &&
    isAll(isBlocker)(blockers)
  );
}

function isSearch({ kind, valid, accepted, offer, blockers }: Fields): boolean {
  if (!isNumber(valid)) return false;
  if (kind === 'none') return isAll(isBlocker)(blockers);
  return kind === 'found' && isNumber(accepted) && isRecordOf(isText)(offer);
}
