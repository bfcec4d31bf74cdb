import { describe, expect, test } from 'vitest';
import { buildAgenda } from '../../../src/core/machine/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

describe('agenda', () => {
  test('runs by date, calendar before scenes, and the finale right after its event', () => {
    const names = buildAgenda(miniScenario).map((entry) =>
      entry.kind === 'calendar' ? entry.event.id : entry.kind === 'scene' ? entry.scene.id : 'finale',
    );
    expect(names).toEqual([
      's1-goal',
      'CAL.ORDER',
      'CAL.NEWS',
      's2-order',
      's3-table',
      's4-sue',
      'CAL.RULE',
      's5-plan',
      's6-licence',
      'CAL.COLLAPSE',
      'CAL.LICENCE',
      'CAL.COURT',
      'CAL.DEADLINE',
      'finale',
      'CAL.LATER',
    ]);
  });

  test('sorts scenes of one day by id, and keeps events of one day in the order of the file', () => {
    const [first, second] = miniScenario.scenes;
    const [one, two] = miniScenario.calendar;
    const agenda = buildAgenda({
      ...miniScenario,
      calendar: [
        { ...two!, date: '2030-01-01' },
        { ...one!, date: '2030-01-01' },
      ],
      scenes: [
        { ...second!, date: '2030-01-01' },
        { ...first!, date: '2030-01-01' },
      ],
    });
    expect(
      agenda.map((entry) => ('event' in entry ? entry.event.id : 'scene' in entry ? entry.scene.id : '')),
    ).toEqual([two!.id, one!.id, first!.id, second!.id]);
  });
});
