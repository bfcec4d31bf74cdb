import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circumstancesAt } from '../../../../src/core/machine/index.ts';
import { judge } from '../../../../src/core/model/index.ts';
import type { Later, Scenario, ScenarioTexts } from '../../../../src/core/scenario/index.ts';
import { openSave, type Save, type Session } from '../../../../src/core/session/index.ts';
import { presentDebrief } from '../../../../src/core/view-model/debrief/debrief-view.ts';
import { NOTHING_KNOWN } from '../../../support/debrief-known.ts';

import { miniWithTexts } from '../../../support/mini-texts.ts';
import { play } from '../../../support/play.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

const tiktok = loadTiktok();
const history = sessionOf(tiktok);

function sessionOf(scenario: Scenario): Session {
  const file = path.resolve(import.meta.dirname, '../../../replays/history-3.json');
  const opened = openSave(scenario, JSON.parse(readFileSync(file, 'utf8')) as Save);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

function realityOf(scenario: Scenario, session: Session, language = 'en') {
  const view = presentDebrief(scenario, session, {
    language,
    tier: 'starter',
    working: { state: 'failed' },
    known: NOTHING_KNOWN,
  });
  if (!view) throw new Error('the run is not over');
  return view.reality;
}

/** The mini scenario with a later contract. */
function withLater(later: Partial<Later>, text: Partial<NonNullable<ScenarioTexts['later']>> = {}): Scenario {
  const { model, texts } = miniWithTexts;
  const references = ['first', 'second', 'third'].map((id, index) => ({
    id,
    track: 'M',
    offer: Object.fromEntries(model.issues.map((issue) => [issue.id, issue.options[index ? 1 : 0] ?? ''])),
  }));
  const words = {
    title: 'Then and now',
    then: 'Then',
    now: 'Now',
    comparisons: { law: { topic: 'The law', then: 'None.', now: 'One.' } },
    deal: 'The deal',
    notes: { says: 'It says no.' },
    ...text,
  };
  return {
    ...miniWithTexts,
    model: { ...model, references },
    later: {
      reference: 'first',
      beside: ['second'],
      moments: model.phases.map(({ id }) => ({ phase: id, hasOwnSuit: false })),
      comparisons: [{ id: 'law', then: ['F-AA-01'], now: ['F-AA-02'] }],
      notes: [{ id: 'says', facts: [] }],
      ...later,
    },
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, of]) => [language, { ...of, later: words }]),
    ),
  };
}
const ended = (scenario: Scenario) => play(scenario).take('s1-goal/talk').toEnd().session;

describe('what really happened', () => {
  test('ends with the comparison, and lists every note of the chapter once, in its order', () => {
    for (const language of ['de', 'en']) {
      const { reality, aftermath, later, footnotes } = realityOf(tiktok, history, language);
      expect(aftermath.map(({ id }) => id)).toEqual(tiktok.aftermath.map(({ id }) => id));
      const proses = [
        reality,
        ...aftermath.map(({ text }) => text),
        ...(later?.comparisons ?? []).flatMap(({ then, now }) => [then, now]),
        ...(later?.deal.notes ?? []).map(({ text }) => text),
      ];
      const cited = proses.flat().filter((segment) => segment.kind === 'fact');
      expect(later?.comparisons.length).toBe(tiktok.later?.comparisons.length);
      expect(footnotes.map(({ id }) => id)).toEqual([...new Set(cited.map(({ fact }) => fact))]);
      for (const { fact, number } of cited) expect(footnotes[number - 1]?.id).toBe(fact);
    }
  });

  test('has no comparison where the scenario has none', () => {
    const { later, aftermath } = realityOf(miniWithTexts, ended(miniWithTexts));
    expect(later).toBeUndefined();
    expect(aftermath).toEqual([]);
  });
});

describe('the later contract', () => {
  test('is judged as the model judges it, at each moment and at the end of the run', () => {
    const { later } = realityOf(tiktok, history);
    const { reference, moments = [] } = tiktok.later ?? {};
    const { track, offer } = tiktok.model.references.find(({ id }) => id === reference)!;
    const end = circumstancesAt(tiktok, history.frame());
    const circumstances = [...moments.map((moment) => ({ ...moment, trust: {}, goodwill: {} })), end];
    expect(later?.deal.moments.map(({ isEndOfRun }) => isEndOfRun)).toEqual([
      ...moments.map(() => false),
      true,
    ]);
    circumstances.forEach((now, at) => {
      const votes = judge(tiktok.model, track, offer, now);
      expect(later?.deal.moments[at]?.isAgreed).toBe(votes.every(({ yes }) => yes));
      expect(later?.deal.votes.map(({ party }) => party)).toEqual(votes.map(({ party }) => party));
      for (const { party, utility, reservation, yes, hasSay } of votes)
        expect(later?.deal.votes.find((vote) => vote.party === party)?.answers[at]).toEqual({
          answer: hasSay ? (yes ? 'yes' : 'no') : 'notAsked',
          points: utility,
          needed: reservation,
        });
    });
  });

  test('says yes with enough points and no with too few, whatever is in it', () => {
    const scenario = withLater({});
    const session = ended(scenario);
    const options = scenario.model.issues.map(({ id, options: all }) => [id, fc.constantFrom(...all)]);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(options)), (offer) => {
        const first = { id: 'first', track: 'M', offer };
        const references = [first, ...scenario.model.references.slice(1)];
        const changed = { ...scenario, model: { ...scenario.model, references } };
        const { votes, moments } = realityOf(changed, session).later!.deal;
        for (const { answers } of votes)
          for (const { answer, points, needed } of answers) {
            if (answer === 'yes') expect(points).toBeGreaterThanOrEqual(needed - 1e-9);
            if (answer === 'no') expect(points).toBeLessThan(needed);
          }
        for (const [at, { isAgreed }] of moments.entries())
          expect(isAgreed).toBe(votes.every(({ answers }) => /yes|notAsked/.test(answers[at]!.answer)));
      }),
    );
  });

  test('lies beside the others line by line, in the order of the authors', () => {
    const scenario = withLater({ beside: ['third', 'second'] });
    const { later } = realityOf(scenario, ended(scenario));
    const names = later?.deal.beside.filter(({ isOwn }) => !isOwn).map(({ id }) => id);
    expect(names).toEqual(['third', 'second']);
    expect(later?.deal.lines.map(({ issue }) => issue)).toEqual(
      miniWithTexts.model.issues.map(({ id }) => id),
    );
    for (const { value, others } of later?.deal.lines ?? []) {
      expect(others).toHaveLength(later?.deal.beside.length ?? -1);
      for (const other of others) expect(other.isSame).toBe(other.value === value);
    }
  });

  test('crosses a red line in words of its own', () => {
    const scenario = withLater({});
    const { preferences, issues } = scenario.model;
    const [issue] = issues;
    const strict = preferences.map((preference) =>
      preference.party === 'M'
        ? { ...preference, redLines: { [issue!.id]: [issue!.options[1]!] } }
        : preference,
    );
    const changed = { ...scenario, model: { ...scenario.model, preferences: strict } };
    const { votes } = realityOf(changed, ended(scenario)).later!.deal;
    for (const { answer } of votes.find(({ party }) => party === 'M')!.answers) expect(answer).toBe('line');
  });

  test('lies beside the contract of the run where there is one', () => {
    const { agreement } = history.frame().context;
    const { later } = realityOf(tiktok, history);
    expect(agreement).toBeDefined();
    expect(later?.deal.beside[0]).toMatchObject({ isOwn: true });
    const words = tiktok.texts.en!.model.issues;
    for (const { issue, others } of later?.deal.lines ?? [])
      expect(others[0]?.value).toBe(words[issue]?.options[agreement!.offer[issue]!]);
  });
});
