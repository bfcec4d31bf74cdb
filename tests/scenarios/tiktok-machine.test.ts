import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../src/core/domain/index.ts';
import { compileScenario, runTables, startRun, stepKernel } from '../../src/core/machine/index.ts';
import { botIntent, explore, RANDOM_PERSONA } from '../../src/core/report/index.ts';
import { createSession, openSave } from '../../src/core/session/index.ts';
import { playOn } from '../support/play.ts';
import { candidateEvents, picks, randomTurn } from '../support/random-run.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The kernel is right only as far as it equals the statechart: proven here on the shipped scenario too.

const scenario = loadTiktok();
const machine = compileScenario(scenario);
const tables = runTables(scenario);

describe('the kernel and the statechart of the shipped scenario', () => {
  test('agree on every step of whole random runs, to the byte, and in every way a run can end', () => {
    const endings = new Set<string>();
    for (let seed = 0; seed < 300; seed += 1) {
      const dice = createDice(seed);
      const run = startRun(machine);
      let state = tables.initial;
      while (state.story !== 'ended') {
        const event = randomTurn(tables, seed, state, dice);
        state = stepKernel(tables, state, event)!;
        expect(run.send(event)).toBe(true);
        expect(JSON.stringify(run.state())).toBe(JSON.stringify(state));
      }
      endings.add(state.context.endingId!);
      // An event that is sent again has happened once.
      expect(new Set(state.context.fired).size).toBe(state.context.fired.length);
    }
    expect(endings.size).toBeGreaterThanOrEqual(11);
  });

  test('agree on what is not possible', () => {
    fc.assert(
      fc.property(picks(150), (numbers) => {
        const run = startRun(machine);
        let state = tables.initial;
        for (const number of numbers) {
          const events = candidateEvents(tables, state);
          const event = events[number % events.length]!;
          const next = stepKernel(tables, state, event);
          expect(run.send(event), JSON.stringify(event)).toBe(next !== undefined);
          state = next ?? state;
          expect(JSON.stringify(run.state())).toBe(JSON.stringify(state));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('take the search to nothing that it has not seen', () => {
    const found = explore(scenario);
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), (seed) => {
        const dice = createDice(seed);
        let state = tables.initial;
        while (state.story !== 'ended') {
          const event = randomTurn(tables, seed, state, dice);
          state = stepKernel(tables, state, event)!;
        }
        expect(found.endingsReached).toContain(state.context.endingId);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a contract of the shipped scenario', () => {
  const until = (...choices: `${string}/${string}`[]) =>
    choices.reduce(
      (run, choice) => run.take(choice),
      playOn(scenario, createSession(scenario, { seed: 1, tier: 'standard' })),
    );
  const first = [
    's01-priority/value',
    's02-who-first/washington',
    's03-ms-calls/open-auction',
    's04-ban-order/speed-up-sale',
  ] as const;
  const second = [
    's05-ask-washington/ask-data',
    's06-divest-order/investors-lobby',
    's07-oracle-appears/second-track',
    's08-tell-beijing/minimal',
  ] as const;

  test('that hands over the algorithm is void on the day of the catalogue', () => {
    const run = until(...first, ...second, 's09-table-ms/negotiate-staged');
    expect(run.frame().context.agreement).toMatchObject({ track: 'M', offer: { algo: 'lic' } });
    const later = run.take('s10-sue/threaten').take('s11-ceo-leaves/court-walmart').proceed().frame();
    expect(later.context).toMatchObject({ sceneId: 's12-catalogue' });
    expect(later.context.agreement).toBeUndefined();
    expect(later.values.microsoft).toBe('talking.rethinking');
  });

  test('that Washington refuses is void, and the table is open again', () => {
    const run = until(
      ...first,
      ...second,
      's09-table-ms/not-yet',
      's10-sue/file',
      's11-ceo-leaves/reassure-creators',
    )
      .take('s12-catalogue/comply-apply')
      .take('s13-four-options/keep-as-service')
      .take('s15-board/investor-line')
      .take('s16-no-extension/ask-more-time')
      .take('s17-choose-route/oracle')
      .take('s18-table/please-beijing');
    expect(run.frame().values.oracle).toBe('signed');
    const later = run
      .take('s19-key-money/refuse')
      .take('s20-store-ban/emergency-motion')
      .take('s20b-ratification/same-hour')
      .take('s21b-washington-no/ask-which-line')
      .take('s24-court-argument/politics')
      .frame();
    expect(later.context.fired).toContain('DEAL.COLLAPSE');
    expect(later.context.agreement).toBeUndefined();
    expect(later.values).toMatchObject({ washington: 'refused', oracle: 'talking' });
  });
});

describe('a session of the shipped scenario', () => {
  /** A whole run that answers every quiz item and takes choices by the dice. */
  const wander = (seed: number) => {
    const session = createSession(scenario, { seed, tier: 'standard' });
    const dice = createDice(seed);
    while (session.frame().story !== 'ended') {
      const intent = botIntent(tables, session.frame(), RANDOM_PERSONA, dice)!;
      expect(session.send(intent).ok).toBe(true);
    }
    return session;
  };

  test('goes back before quiz answers and rulings, and comes to the same end by the same way', () => {
    for (const seed of [1, 4, 9]) {
      const session = wander(seed);
      const whole = JSON.stringify(session.save('de'));
      const log = session.log();
      const decisions = session.decisions();
      for (let index = decisions.length - 1; index >= 0; index -= 4) {
        const { logIndex, scene } = decisions[index]!;
        expect(session.rewind(index).ok).toBe(true);
        expect(session.frame()).toMatchObject({ story: 'decide', context: { sceneId: scene } });
        expect(JSON.stringify(session.log())).toBe(JSON.stringify(log.slice(0, logIndex)));
        expect(session.decisions()).toHaveLength(index);
        for (const event of log.slice(logIndex)) if (event.type !== 'agenda.next') session.send(event);
        expect(JSON.stringify(session.save('de'))).toBe(whole);
      }
    }
  });

  test('has a log that ends with the run and fits into a save many times', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const session = wander(seed);
      expect(session.log().length).toBeLessThan(400);
      const length = session.log().length;
      for (const event of session.log())
        if (event.type !== 'agenda.next') expect(session.send(event).ok).toBe(false);
      expect(session.log()).toHaveLength(length);
    }
  });

  test('opens after its ending, and can still be taken back', () => {
    const session = wander(2);
    const opened = openSave(scenario, JSON.parse(JSON.stringify(session.save('de'))));
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    expect(opened.value.frame()).toEqual(session.frame());
    expect(opened.value.undo().ok).toBe(true);
    expect(playOn(scenario, opened.value).toEnd().frame().story).toBe('ended');
  });
});
