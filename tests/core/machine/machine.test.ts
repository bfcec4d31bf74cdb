import { describe, expect, test } from 'vitest';
import { compileScenario, runTables, stepKernel } from '../../../src/core/machine/index.ts';
import { type Scenario, sceneSchema } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { play } from '../../support/play.ts';

describe('a table', () => {
  test('ends in an agreement when buyer and both own wings say yes', () => {
    const { context, values } = play(miniScenario).take('s1-goal/exclusive').take('s3-table/high').frame();
    expect(context.agreement).toEqual({ track: 'M', offer: { own: 'all', algo: 'sell', price: 'high' } });
    expect(context.table).toMatchObject({ track: 'M', draft: 'high', signed: true, date: '2030-01-20' });
    expect(context.fired).toContain('DEAL.SIGNED_M');
    expect(values.buyer).toBe('signed');
  });

  test('ends without one when somebody says no, and says so to all regions', () => {
    const { context, values } = play(miniScenario).take('s1-goal/talk').take('s3-table/low').frame();
    expect(context.agreement).toBeUndefined();
    expect(context.table).toMatchObject({ track: 'M', draft: 'low', signed: false });
    expect(context.fired).toContain('DEAL.REFUSED');
    expect(values.buyer).toBe('talking.auction');
  });

  test('is refused, and leaves no result, when there is no draft for the track', () => {
    const { context } = play(miniScenario)
      .take('s1-goal/stall')
      .take('s4-sue/wait')
      .take('s5-plan/no-draft')
      .frame();
    expect(context.table).toBeUndefined();
    expect(context.fired).toContain('DEAL.REFUSED');
  });

  test('takes its track from a flag', () => {
    const { context } = play(miniScenario)
      .take('s1-goal/stall')
      .take('s4-sue/wait')
      .take('s5-plan/spin-off')
      .frame();
    expect(context.flags.route).toBe('S');
    expect(context.agreement?.track).toBe('S');
  });
});

describe('an agreement', () => {
  const signed = () => play(miniScenario).take('s1-goal/exclusive').take('s3-table/high').take('s4-sue/wait');

  test('can be amended line by line, in the order of the issues', () => {
    const { agreement } = signed().take('s6-licence/change').frame().context;
    expect(JSON.stringify(agreement?.offer)).toBe('{"own":"all","algo":"keep","price":"high"}');
  });

  test('is what ratifiers judge: a sold algorithm is refused, a kept one is licensed', () => {
    expect(signed().take('s6-licence/apply').toEnd().frame().values.ratifier).toBe('veto.refused');
    expect(signed().take('s6-licence/change').toEnd().frame().values.ratifier).toBe('veto.granted');
  });

  test('does not come from an amendment alone', () => {
    const run = play(miniScenario)
      .take('s1-goal/talk')
      .take('s3-table/not-yet')
      .take('s4-sue/wait')
      .take('s5-plan/go-on');
    expect(run.toEnd().frame().context.agreement).toBeUndefined();
  });
});

describe('the agenda', () => {
  test('skips a scene for good when its gate fails on its day', () => {
    const run = play(miniScenario).take('s1-goal/stall').proceed();
    expect(run.frame().context.sceneId).toBe('s4-sue');
    const seen = run
      .toEnd()
      .session.frames()
      .flatMap(({ effects }) => effects);
    expect(seen).not.toContainEqual({ type: 'scene.opened', scene: 's3-table' });
  });

  test('reads the gate of a scene on its own day', () => {
    // B has no veto yet when the player sues, but has one on the day of the scene.
    const scene = sceneSchema.parse({
      id: 's9-veto',
      act: 2,
      date: '2030-02-05',
      kind: 'story',
      when: { accepts: 'B', is: false },
    });
    const calendar = miniScenario.calendar.filter(({ id }) => id !== 'CAL.RULE');
    const scenario: Scenario = { ...miniScenario, calendar, scenes: [...miniScenario.scenes, scene] };
    const run = play(scenario).take('s1-goal/exclusive').take('s3-table/high').take('s4-sue/wait');
    run.session.send({ type: 'scene.continue', scene: 's4-sue' });
    run.session.send({ type: 'quiz.skip', item: 'q1' });
    run.session.send({ type: 'scene.continue', scene: 's4-sue' });
    expect(run.frame()).toMatchObject({ story: 'present', context: { sceneId: 's9-veto' } });
  });

  test('leaves out a calendar event whose gate fails', () => {
    expect(play(miniScenario).toEnd().frame().context.fired).not.toContain('CAL.NEWS');
  });

  test('reads chance from the payload of the event, into every region', () => {
    const filed = () => play(miniScenario, 4).take('s1-goal/stall').take('s4-sue/file').toEnd();
    const granted = filed()
      .session.log()
      .find((event) => event.type === 'agenda.next' && event.chance);
    const expected = granted?.type === 'agenda.next' && granted.chance?.granted ? 'enjoined' : 'denied';
    expect(filed().frame().values['court.first']).toBe(expected);
  });

  test('says what is impossible: without an ending there is a dead end', () => {
    const endless: Scenario = {
      ...miniScenario,
      endings: miniScenario.endings.filter(({ when, direct }) => when || direct),
    };
    const tables = runTables(endless);
    const last = {
      ...tables.initial,
      context: { ...tables.initial.context, position: 13, fired: ['CAL.DEADLINE'] },
    };
    expect(stepKernel(tables, last, { type: 'agenda.next' })).toBeUndefined();
    expect(() => play(endless).take('s1-goal/stall').take('s4-sue/wait').toEnd()).toThrow('no ending holds');
  });
});

describe('the end', () => {
  test('comes at the finale with the first ending, in file order, whose gate holds', () => {
    const run = play(miniScenario).take('s1-goal/stall').take('s4-sue/wait').take('s5-plan/go-on').proceed();
    expect(run.frame()).toMatchObject({ story: 'ended', context: { endingId: 'ban', date: '2030-03-01' } });
  });

  test('of two that hold is the first', () => {
    const run = play(miniScenario)
      .take('s1-goal/exclusive')
      .take('s3-table/high')
      .take('s4-sue/wait')
      .take('s6-licence/change');
    expect(run.proceed().frame().context.endingId).toBe('double-yes');
  });

  test('by effect comes after the feedback screen, without a quiz', () => {
    const run = play(miniScenario).take('s1-goal/leave');
    expect(run.frame()).toMatchObject({ story: 'feedback', context: { endingId: 'exit' } });
    run.session.send({ type: 'scene.continue', scene: 's1-goal' });
    expect(run.frame()).toMatchObject({ story: 'ended', effects: [{ type: 'run.ended', ending: 'exit' }] });
  });

  test('by effect is the first that was named', () => {
    const scene = sceneSchema.parse({
      id: 's0-two-ends',
      act: 0,
      date: '2030-01-01',
      kind: 'decision',
      choices: [{ id: 'both', effects: [{ end: 'exit' }, { end: 'revolt' }] }],
    });
    const run = play({ ...miniScenario, scenes: [...miniScenario.scenes, scene] }).take('s0-two-ends/both');
    expect(run.proceed().frame()).toMatchObject({ story: 'ended', context: { endingId: 'exit' } });
  });

  test('by calendar comes at once, and regions still hear the event', () => {
    const run = play(miniScenario)
      .take('s1-goal/stall')
      .take('s4-sue/wait')
      .take('s5-plan/no-draft')
      .proceed();
    expect(run.frame()).toMatchObject({
      story: 'ended',
      context: { endingId: 'revolt', date: '2030-02-12' },
    });
    expect(run.frame().values.buyer).toBe('lapsed');
  });
});

describe('an ending that a region brings', () => {
  test('closes the story at once, and the rest of the calendar does not happen', () => {
    const run = play(miniScenario)
      .take('s1-goal/exclusive')
      .take('s3-table/high')
      .take('s4-sue/file')
      .take('s6-licence/apply');
    expect(run.proceed().frame()).toMatchObject({
      story: 'ended',
      context: { endingId: 'walkout', date: '2030-02-25' },
    });
  });
});

describe('compiling', () => {
  test('nests regions that share the part before the dot', () => {
    expect(Object.keys(compileScenario(miniScenario).statechart.root.states)).toEqual([
      'buyer',
      'ratifier',
      'court',
      'host',
      'story',
    ]);
  });

  test('names the transition that leads nowhere', () => {
    const [region] = miniScenario.regions;
    const broken = { ...region!, states: { idle: { on: { 'M.OPEN': 'nowhere' } } } };
    expect(() => compileScenario({ ...miniScenario, regions: [broken] })).toThrow(
      'region buyer: state idle has a transition to nowhere',
    );
  });

  test('stops events that raise each other without end', () => {
    const echo = (id: string, hears: string, sends: string) => ({
      id,
      initial: 'on',
      states: { on: { on: { [hears]: { effects: [{ send: sends }] } } } },
    });
    const looping: Scenario = {
      ...miniScenario,
      regions: [
        echo('ping', 'CAL.ORDER', 'P.PONG'),
        echo('pong', 'P.PONG', 'P.PING'),
        echo('pang', 'P.PING', 'P.PONG'),
      ],
    };
    expect(() => play(looping).toEnd()).toThrow(/without end|Infinite loop/);
    const tables = runTables(looping);
    const state = { ...tables.initial, context: { ...tables.initial.context, position: 1 } };
    expect(() => stepKernel(tables, state, { type: 'agenda.next' })).toThrow('without end');
  });
});
