import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outlook } from '../../../../src/core/debrief/index.ts';
import { presentDebrief } from '../../../../src/core/view-model/debrief/debrief-view.ts';
import type { WhatIfKnown, WhatIfView } from '../../../../src/core/view-model/index.ts';
import { NOTHING_KNOWN } from '../../../support/debrief-known.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';
import { play } from '../../../support/play.ts';

const UNKNOWN: WhatIfKnown = { outlook: 'missing', found: [], runs: [], hasMoreRuns: false };
const scenario = miniWithTexts;
const { hash } = scenario;

function view(run: ReturnType<typeof play>, known: Partial<WhatIfKnown> = {}): WhatIfView {
  const whatIf = { ...UNKNOWN, ...known };
  const debrief = presentDebrief(scenario, run.session, {
    language: 'en',
    tier: 'starter',
    working: { state: 'failed' },
    known: { ...NOTHING_KNOWN, whatIf },
  });
  return debrief!.whatIf;
}

const outlookOf = (choices: Outlook['choices']): Outlook => ({ scenario: { id: 'mini', hash }, choices });
const run = play(scenario).take('s1-goal/talk').take('s3-table/not-yet').take('s4-sue/file').toEnd();
const ended = run.frame().context.endingId!;

describe('what if', () => {
  test('lists every decision with what else was open, and not what was closed', () => {
    const { decisions } = view(run);
    expect(decisions.map(({ taken }) => taken.id)).toEqual(
      run.session.decisions().map(({ scene, choice }) => `${scene}/${choice}`),
    );
    const sue = decisions.find(({ taken }) => taken.id === 's4-sue/file');
    // What the player was shown at that moment, without what was taken.
    expect(sue?.others.map(({ id }) => id)).toEqual(['s4-sue/careful', 's4-sue/wait']);
    // With a suit on its way, one of the plans is closed.
    const plan = decisions.find(({ taken }) => taken.id === 's5-plan/spin-off');
    expect(plan?.others.map(({ id }) => id)).toEqual(['s5-plan/go-on']);
    expect(decisions.map(({ decision }) => decision)).toEqual(decisions.map((_, index) => index));
  });

  test('tells how trial runs of a way ended, the most frequent first', () => {
    const outlook = outlookOf({
      's4-sue/wait': { E1: 1, E2: 30, E3: 5, E4: 4 },
      's4-sue/careful': { E1: 7 },
    });
    const sue = view(run, { outlook }).decisions.find(({ taken }) => taken.id === 's4-sue/file');
    const [careful, wait] = sue!.others;
    expect(wait?.outlook?.runs).toBe(40);
    expect(wait?.outlook?.endings.map(({ percent }) => percent)).toEqual([75, 13, 10]);
    expect(wait?.outlook?.rest).toBe(2);
    expect(careful?.outlook).toEqual({ runs: 7, endings: [], rest: 0 });
    expect(sue?.taken.outlook).toEqual({ runs: 0, endings: [], rest: 0 });
  });

  test('gives shares that are 100 in all, whatever was counted', () => {
    const counts = fc.dictionary(
      fc.constantFrom('E1', 'E2', 'E3', 'E4', 'E5'),
      fc.integer({ min: 1, max: 300 }),
    );
    fc.assert(
      fc.property(counts, (endings) => {
        const { taken } = view(run, { outlook: outlookOf({ 's1-goal/talk': endings }) }).decisions[0]!;
        const { runs, endings: shown, rest } = taken.outlook!;
        const sum = shown.reduce((all, { percent }) => all + percent, rest);
        expect(sum).toBe(runs < 8 ? 0 : 100);
      }),
      { numRuns: 50 },
    );
  });

  test('says nothing of trial runs before they are there, or without them', () => {
    for (const outlook of ['loading', 'missing'] as const) {
      const whatIf = view(run, { outlook });
      expect(whatIf.outlook).toBe(outlook);
      expect(
        whatIf.decisions.some(({ taken, others }) => [taken, ...others].some((way) => way.outlook)),
      ).toBe(false);
    }
  });

  test('names the endings that were found, and no other', () => {
    const other = scenario.endings.find(({ id }) => id !== ended)!.id;
    const { endings } = view(run, { found: [other, 'E-of-an-older-version'] });
    expect(endings).toHaveLength(scenario.endings.length);
    expect(
      endings
        .filter(({ title }) => title !== undefined)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([ended, other].toSorted());
    expect(endings.filter(({ isThis }) => isThis).map(({ id }) => id)).toEqual([ended]);
  });

  test('is a tree without forks with this run alone, also while others are being read', () => {
    for (const runs of [[], undefined]) {
      const { tree, isReading } = view(run, { runs });
      expect(tree).toMatchObject({ runs: 1, forks: 0, root: { isThis: true, mark: '' } });
      expect(tree.root.folded).toBe(run.session.decisions().length);
      expect(isReading).toBe(runs === undefined);
    }
  });

  test('shows where another run parted from this one', () => {
    const other = play(scenario).take('s1-goal/talk').take('s3-table/not-yet').take('s4-sue/wait');
    const { tree } = view(run, { runs: [{ decisions: other.session.decisions() }] });
    expect(tree).toMatchObject({ runs: 2, forks: 1, root: { folded: 2, fork: { number: 1 } } });
    const [own, others] = tree.root.fork!.branches;
    expect(own).toMatchObject({ mark: '1a', isThis: true, ending: `${ended}.title` });
    expect(others).toMatchObject({ mark: '1b', isThis: false, folded: 0 });
    expect(others?.ending).toBeUndefined();
    expect(own?.step?.choice).not.toBe(others?.step?.choice);
    expect(tree.root.fork?.title).toBe(own?.step?.title);
  });
});
