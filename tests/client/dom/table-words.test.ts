import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { outcomeParams, replyMessage, tableNews } from '../../../src/client/dom/table/table-words.ts';
import { createTranslator } from '../../../src/core/i18n/index.ts';
import type { LightView, TableView, TurnView } from '../../../src/core/view-model/index.ts';
import { practiceTable, storyTable } from '../../support/table-views.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const translatorOf = (language: string) =>
  createTranslator(
    language,
    JSON.parse(readFileSync(path.join(ROOT, `assets/messages/${language}.json`), 'utf8')),
  );
const german = translatorOf('de');
const said = (before: TableView | undefined, after: TableView) => tableNews(before, after).map(german);
const verdictOf = (table: TableView, party: string, verdict: LightView['verdict']): TableView => ({
  ...table,
  lights: table.lights.map((light) => (light.party === party ? { ...light, verdict } : light)),
});

const TABLE = storyTable();
const TURN: TurnView = {
  turn: 2,
  kind: 'proposal',
  reply: 'blocked',
  party: 'Microsoft',
  blockedBy: ['US-Investoren'],
  changes: [],
  counter: [],
};

describe('what is heard at the table', () => {
  test('nothing while nothing has changed, nor when a table opens or another takes its place', () => {
    expect(said(TABLE, { ...TABLE })).toEqual([]);
    expect(said(undefined, TABLE)).toEqual([]);
    expect(said(TABLE, practiceTable())).toEqual([]);
  });

  test('who would now say something else, and nobody besides', () =>
    expect(said(TABLE, verdictOf(TABLE, 'I', 'yes'))).toEqual(['US-Investoren: jetzt Ja.']));

  test('nothing of a party that nobody has asked', () =>
    expect(said(TABLE, verdictOf(TABLE, 'W', 'unknown'))).toEqual([]));

  test('every line that a rule moved along', () => {
    const changes = [{ issue: 'jobs', name: 'Arbeitsplätze', from: '10.000', to: '25.000' }];
    expect(said(TABLE, { ...TABLE, followed: { changes, rules: [] } })).toEqual([
      'Auch geändert: Arbeitsplätze, jetzt 25.000.',
    ]);
  });

  test('the reply to a turn and the rounds that are left', () => {
    const after = { ...TABLE, turn: 3, roundsLeft: 1, turns: [...TABLE.turns, TURN] };
    expect(said(TABLE, after)).toEqual(['Dein Haus stoppt die Unterschrift: US-Investoren', 'noch 1 Runde']);
  });

  test('how the table ended, once', () => {
    const over = { ...TABLE, outcome: { isSigned: false, isRatified: false, lights: TABLE.lights } };
    expect(said(TABLE, over)).toEqual(['Es gibt keinen Vertrag']);
    expect(said(over, { ...over })).toEqual([]);
  });

  test('what the search has found', () => {
    const none: TableView = { ...TABLE, search: { state: 'none', valid: 3078, blockers: [] } };
    expect(said(TABLE, none)).toEqual(['Keiner von 3.078 Verträgen passt allen.']);
    expect(said(none, TABLE)).toEqual([]);
  });
});

describe('the words of a turn', () => {
  const REPLIES = ['signed', 'countered', 'refused', 'blocked', 'answered'] as const;

  test.each(REPLIES)('name who replied: %s', (reply) => {
    for (const translate of [german, translatorOf('en')])
      expect(translate(replyMessage({ ...TURN, reply }))).toMatch(/Microsoft|US-Investoren/);
  });

  test('have no gap at a table without a counterpart', () => {
    const { party: _, ...nobody } = TURN;
    for (const reply of ['signed', 'refused'] as const)
      expect(german(replyMessage({ ...nobody, reply }))).toMatch(/^Der Vertrag ist /);
  });
});

describe('how a table ended', () => {
  const SIGNED = { isSigned: true, isRatified: false, lights: TABLE.lights };

  test('is decided by a signature alone in a run, for practice by those who approve too', () => {
    expect(outcomeParams(TABLE, SIGNED).outcome).toBe('signed');
    expect(outcomeParams(practiceTable(), SIGNED).outcome).toBe('unratified');
    expect(outcomeParams(practiceTable(), { ...SIGNED, isRatified: true }).outcome).toBe('ratified');
    expect(outcomeParams(TABLE, { ...SIGNED, isSigned: false }).outcome).toBe('refused');
  });
});
