import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Intent, runTables } from '../../../src/core/machine/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { openSave, parseSave, parseSaveText, replay, type Save } from '../../../src/core/session/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { play, playOn } from '../../support/play.ts';
import { candidateEvents, picks } from '../../support/random-run.ts';

const run = () =>
  play(miniScenario, 7).take('s1-goal/exclusive').take('s3-table/high').take('s4-sue/careful');
const save = (): Save => JSON.parse(JSON.stringify(run().session.save('de'))) as Save;
const codesOf = (value: unknown, scenario = miniScenario) => {
  const opened = openSave(scenario, value);
  return opened.ok ? [] : opened.problems.map(({ code, path }) => `${code} ${path}`.trim());
};

describe('a save', () => {
  test('opens where it was made, says nothing, and goes on', () => {
    const opened = openSave(miniScenario, save());
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    expect(opened.value.frame()).toEqual(run().frame());
    expect(opened.value.notes()).toEqual([]);
    expect(opened.value.save('de')).toEqual(save());
    expect(playOn(miniScenario, opened.value).toEnd().frame()).toEqual(run().toEnd().frame());
  });

  test('of any random run replays to the same bytes', () => {
    const tables = runTables(miniScenario);
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), picks(70), (seed, numbers) => {
        const { session } = play(miniScenario, seed);
        for (const number of numbers) {
          const events = candidateEvents(tables, session.frame());
          session.send(events[number % events.length] as Intent);
        }
        const text = JSON.stringify(session.save('en'));
        const opened = openSave(miniScenario, JSON.parse(text));
        expect(opened.ok && JSON.stringify(opened.value.save('en'))).toBe(text);
        expect(opened.ok && JSON.stringify(opened.value.frames())).toBe(JSON.stringify(session.frames()));
      }),
      { numRuns: 40 },
    );
  });

  test.each<[string, unknown, string]>([
    ['not an object', 'save', 'save-malformed'],
    ['nothing', undefined, 'save-malformed'],
    ['a list', [], 'save-malformed'],
    ['another format', { ...save(), format: 'other/run' }, 'save-format format'],
    ['a newer version', { ...save(), version: 4, future: true }, 'save-version version'],
    ['an unknown old version', { ...save(), version: 0 }, 'save-version version'],
    ['another scenario', { ...save(), scenario: { id: 'chess', hash: 'x' } }, 'save-scenario scenario.id'],
    ['an unknown level', { ...save(), tier: 'godlike' }, 'save-tampered tier'],
    ['a seed out of range', { ...save(), seed: 2 ** 31 }, 'save-malformed seed'],
    ['a broken seed', { ...save(), seed: 1.5 }, 'save-malformed seed'],
    ['an unknown key', { ...save(), cheat: 1 }, 'save-malformed'],
    ['events that are no list', { ...save(), events: {} }, 'save-malformed events'],
    ['an unknown event', { ...save(), events: [{ type: 'CAL.RULE' }] }, 'save-malformed events[0].type'],
    [
      'an event with a wrong type',
      { ...save(), events: [{ type: 'quiz.skip', item: 1 }] },
      'save-malformed events[0].item',
    ],
    [
      'a confidence that does not exist',
      { ...save(), events: [{ type: 'quiz.answer', item: 'q1', response: 'a', confidence: 'very' }] },
      'save-malformed events[0].confidence',
    ],
  ])('of %s is refused', (_, value, expected) => expect(codesOf(value)[0]).toBe(expected));

  test('of which the log was changed is refused, with the place', () => {
    const { events } = save();
    const at = events.findIndex((event) => event.type === 'choice.take' && event.scene === 's4-sue');
    const changed = (index: number, event: unknown) => ({
      ...save(),
      events: events.with(index, event as never),
    });
    expect(codesOf(changed(at, { type: 'choice.take', scene: 's4-sue', choice: 'win' }))).toEqual([
      `save-tampered events[${at}]`,
    ]);
    expect(codesOf(changed(0, { type: 'agenda.next', chance: { granted: true } }))).toEqual([
      'save-tampered events[0]',
    ]);
    expect(codesOf({ ...save(), events: events.toSpliced(0, 1) })).toEqual(['save-tampered events[0]']);
    expect(codesOf({ ...save(), events: [...events, { type: 'agenda.next' }] })).toEqual([
      `save-tampered events[${events.length}]`,
    ]);
    const whole = JSON.parse(JSON.stringify(run().toEnd().session.save('de'))) as Save;
    const judge = whole.events.findIndex((event) => event.type === 'agenda.next' && event.chance);
    const drawn = whole.events[judge];
    const isYes = drawn?.type === 'agenda.next' && drawn.chance?.granted === true;
    const bribed = whole.events.with(judge, { type: 'agenda.next', chance: { granted: !isYes } });
    expect(codesOf({ ...whole, events: bribed })).toEqual([`save-tampered events[${judge}]`]);
  });

  test('is never changed by opening it', () => {
    const value = save();
    const text = JSON.stringify(value);
    openSave(miniScenario, value);
    openSave({ ...miniScenario, hash: 'mini-2' }, value);
    expect(JSON.stringify(value)).toBe(text);
  });
});

describe('a save of a version before 3', () => {
  const answered = (): Save => {
    const { session } = play(miniScenario, 7).take('s1-goal/exclusive');
    session.send({ type: 'scene.continue', scene: 's1-goal' });
    session.send({ type: 'quiz.answer', item: 'q1', response: 'b', confidence: 'sure' });
    return JSON.parse(JSON.stringify(session.save('de'))) as Save;
  };
  /** As the game wrote it then: the answer was the id of an option. */
  const old = (version: number): Save => {
    const events = answered().events.map((event) => {
      if (event.type !== 'quiz.answer') return event;
      const { type, item, response, confidence } = event;
      return { type, item, option: response, confidence };
    });
    return { ...answered(), version, events } as unknown as Save;
  };

  test('opens with its answers as they are written today, and without a note', () => {
    expect(JSON.stringify(old(2).events)).toContain('"option"');
    const opened = openSave(miniScenario, old(2));
    expect(opened.ok && opened.value.notes()).toEqual([]);
    expect(opened.ok && opened.value.save('de')).toEqual(answered());
  });

  test('is refused under the wrong number: each version has one way to write an answer', () => {
    expect(codesOf(old(3))[0]).toMatch(/^save-malformed events\[\d+\]/);
    expect(codesOf({ ...answered(), version: 2 })[0]).toMatch(/^save-malformed events\[\d+\]/);
  });

  test('is still compared byte by byte', () => {
    const tampered = { ...old(2), events: old(2).events.toSpliced(0, 1) };
    expect(codesOf(tampered)).toEqual(['save-tampered events[0]']);
  });
});

describe('a save of an older scenario', () => {
  const newer = (change: Partial<Scenario> = {}): Scenario => ({
    ...miniScenario,
    hash: 'mini-2',
    ...change,
  });

  test('opens with a note when every decision is still possible', () => {
    const calendar = miniScenario.calendar.filter(({ id }) => id !== 'CAL.NEWS');
    const opened = openSave(newer({ calendar }), save());
    expect(opened.ok && opened.value.notes().map(({ code }) => code)).toEqual(['save-older-scenario']);
    expect(opened.ok && opened.value.save('de').scenario.hash).toBe('mini-2');
  });

  test('says which step is not possible any more', () => {
    const scenes = miniScenario.scenes.map((scene) =>
      scene.id === 's4-sue'
        ? { ...scene, choices: scene.choices.filter(({ id }) => id !== 'careful') }
        : scene,
    );
    const opened = openSave(newer({ scenes }), save());
    const index = save().events.findIndex(
      (event) => event.type === 'choice.take' && event.choice === 'careful',
    );
    expect(opened).toMatchObject({
      ok: false,
      problems: [{ code: 'save-outdated', path: `events[${index}]` }],
    });
    expect(!opened.ok && opened.problems[0]?.message).toContain('choice "careful" in scene "s4-sue"');
  });

  test('says so when its level is gone', () => {
    expect(codesOf({ ...save(), tier: 'godlike' }, newer())).toEqual(['save-outdated tier']);
  });
});

describe('a save with a table', () => {
  const model = {
    ...miniScenario.model,
    structure: [
      { id: 'S5', if: { algo: ['sell'] }, then: { own: ['all'] } },
      { id: 'S6', if: { own: ['part'] }, then: { price: ['high'] } },
    ],
  };
  const ruled: Scenario = { ...miniScenario, model };
  const offer = { own: 'all', algo: 'sell', price: 'high' };

  /** A run in the middle of its table: one proposal made, another line laid. */
  function atTable() {
    const run = play(ruled, 7).take('s1-goal/exclusive').proceed();
    run.session.send({ type: 'choice.take', scene: 's3-table', choice: 'high' });
    run.session.send({ type: 'table.propose', scene: 's3-table', turn: 0, offer });
    run.session.send({ type: 'table.lay', scene: 's3-table', offer: { ...offer, price: 'low' } });
    return run;
  }
  const tableSave = () => JSON.parse(JSON.stringify(atTable().session.save('en'))) as Save;
  const withOffer = (lines: object) => {
    const { events, ...rest } = tableSave();
    const at = events.findIndex(({ type }) => type === 'table.propose');
    return { at, save: { ...rest, events: events.with(at, { ...events[at], offer: lines } as never) } };
  };

  test('opens in the middle of it', () => {
    const opened = openSave(ruled, tableSave());
    expect(opened.ok && opened.value.frame()).toEqual(atTable().frame());
    expect(opened.ok && opened.value.notes()).toEqual([]);
  });

  test.each<[string, object, readonly string[], string]>([
    ['a rule', { ...offer, own: 'part' }, ['S5'], 'The contract breaks the rule S5.'],
    [
      'two rules',
      { own: 'part', algo: 'sell', price: 'low' },
      ['S5', 'S6'],
      'The contract breaks the rules S5, S6.',
    ],
    [
      'an option that does not exist',
      { ...offer, own: 'half', algo: 'keep' },
      ['option.own'],
      'The contract breaks the rule option.own.',
    ],
    [
      'a line that does not exist',
      { ...offer, secret: 'x' },
      ['issue.secret'],
      'The contract breaks the rule issue.secret.',
    ],
    [
      'a line that is missing',
      { own: 'all', algo: 'sell' },
      ['option.price'],
      'The contract breaks the rule option.price.',
    ],
  ])('in which a contract breaks %s is refused, and it is named', (_, lines, ids, message) => {
    const { at, save } = withOffer(lines);
    const expected = [{ code: 'save-deal-broken', path: `events[${at}].offer`, message, ids }];
    for (const scenario of [ruled, { ...ruled, hash: 'mini-2' }])
      expect(openSave(scenario, save)).toEqual({ ok: false, problems: expected });
  });

  test('in which a contract is another one than was proposed was changed', () => {
    const { at, save } = withOffer({ own: 'part', algo: 'keep', price: 'high' });
    expect(codesOf(save, ruled)).toEqual([]);
    const { events } = save;
    const late = { type: 'table.propose', scene: 's3-table', turn: 4, offer };
    expect(codesOf({ ...save, events: events.with(at, late as never) }, ruled)).toEqual([
      `save-tampered events[${at}]`,
    ]);
  });

  test('is not called broken for a contract of a table that was never open', () => {
    const { events, ...rest } = tableSave();
    const choice = events.findIndex((event) => event.type === 'choice.take' && event.scene === 's3-table');
    const broken = { ...offer, own: 'part' };
    const early = { type: 'table.final', scene: 's3-table', turn: 0, offer: broken };
    expect(codesOf({ ...rest, events: events.with(choice, early as never) }, ruled)).toEqual([
      `save-tampered events[${choice}]`,
    ]);
    const elsewhere = { type: 'table.final', scene: 's5-plan', turn: 0, offer: broken };
    expect(codesOf({ ...rest, events: events.with(choice + 1, elsewhere as never) }, ruled)).toEqual([
      `save-tampered events[${choice + 1}]`,
    ]);
  });

  test('names no more rules than can be read', () => {
    const strange = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`line${at}`, 'x']));
    const opened = openSave(ruled, withOffer({ ...offer, ...strange }).save);
    expect(!opened.ok && opened.problems[0]?.ids).toHaveLength(10);
  });
});

describe('a save of version 1', () => {
  /** As it was saved when a table was over with the choice that opened it. */
  const asVersion1 = (value: Save) => ({
    ...value,
    version: 1,
    events: value.events.filter(({ type }) => !type.startsWith('table.')),
  });

  test.each([
    ['signs', 's3-table/high'],
    ['is refused', 's3-table/low'],
  ] as const)('opens with its tables closed: the draft %s, and comes to the same end', (_, choice) => {
    const whole = play(miniScenario, 7).take('s1-goal/exclusive').take(choice).take('s4-sue/wait').toEnd();
    const saved = JSON.parse(JSON.stringify(whole.session.save('de'))) as Save;
    expect(saved.events.some(({ type }) => type === 'table.final')).toBe(true);
    const opened = openSave(miniScenario, asVersion1(saved));
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    expect(opened.value.frame()).toEqual(whole.frame());
    expect(opened.value.notes().map(({ code }) => code)).toEqual(['save-older-scenario']);
    expect(opened.value.save('de')).toEqual(saved);
  });

  test('that ends with the choice of a table opens after it', () => {
    const run = play(miniScenario, 7).take('s1-goal/exclusive').take('s3-table/high');
    const opened = openSave(miniScenario, asVersion1(run.session.save('de')));
    expect(opened.ok && opened.value.frame()).toMatchObject({
      story: 'feedback',
      context: { table: { signed: true } },
    });
  });

  test('knows no moves at a table', () => {
    const run = play(miniScenario, 7).take('s1-goal/exclusive').take('s3-table/high');
    const { events } = run.session.save('de');
    const at = events.findIndex(({ type }) => type === 'table.final');
    expect(codesOf({ ...run.session.save('de'), version: 1 })).toEqual([`save-outdated events[${at}]`]);
  });
});

describe('a hostile save', () => {
  test('of a megabyte of events fails cleanly, with few words', () => {
    const events = Array.from({ length: 40_000 }, () => ({ type: 'agenda.next' }));
    expect(codesOf({ ...save(), events })).toEqual(['save-malformed events']);
    const wrong = openSave(miniScenario, { ...save(), events: events.map(() => ({ type: 'boom' })) });
    expect(!wrong.ok && wrong.problems.length).toBeLessThanOrEqual(10);
  });

  test('with prototype keys touches nothing', () => {
    const text = JSON.stringify(save());
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const top = JSON.parse(text.replace('{', `{"${key}":{"polluted":true},`)) as unknown;
      const chance = JSON.parse(
        text.replace('"agenda.next"', `"agenda.next","chance":{"${key}":true}`),
      ) as unknown;
      const scene = JSON.parse(text.replaceAll('"s1-goal"', `"${key}"`)) as unknown;
      for (const value of [top, chance, scene]) expect(openSave(miniScenario, value).ok, key).toBe(false);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('of any JSON is refused without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseSave(value).ok).toBe(false);
      }),
    );
    const keys = Object.keys(save()).filter((key) => key !== 'language' && key !== 'seed');
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(save()[key as keyof Save]));
        expect(openSave(miniScenario, { ...save(), [key]: value }).ok).toBe(false);
      }),
    );
  });

  test('as text is limited and must be JSON', () => {
    expect(parseSaveText('{')).toMatchObject({ ok: false, problems: [{ code: 'save-not-json' }] });
    expect(parseSaveText(' '.repeat(1_000_001))).toMatchObject({
      ok: false,
      problems: [{ code: 'save-too-large' }],
    });
    expect(parseSaveText(JSON.stringify(save()))).toEqual({ ok: true, value: save() });
    expect(parseSaveText('['.repeat(500_000)).ok).toBe(false);
  });
});

describe('replay', () => {
  test('gives ending, log and a hash of the last state', () => {
    const session = run().toEnd().session;
    const value = replay(miniScenario, session.save('en'));
    expect(value).toMatchObject({
      ok: true,
      value: { ending: session.frame().context.endingId, log: session.log() },
    });
    expect(value.ok && value.value.snapshotHash).toMatch(/^[0-9a-f]{16}$/);
    const other = replay(miniScenario, run().session.save('en'));
    expect(other.ok && 'ending' in other.value).toBe(false);
    expect(other.ok && value.ok && other.value.snapshotHash === value.value.snapshotHash).toBe(false);
  });

  test('refuses what openSave refuses', () => {
    expect(replay(miniScenario, {}).ok).toBe(false);
  });
});
