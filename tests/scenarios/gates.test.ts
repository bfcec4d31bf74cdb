import { describe, expect, test, vi } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import {
  dominatedChoices,
  explore,
  type Plays,
  personaOf,
  sceneImpacts,
  simulatePlays,
  tryChoices,
} from '../../src/core/report/index.ts';
import { SCENARIO_FOLDERS } from '../support/scenarios.ts';

// The gates of negotiation.md section 5 that a machine can check, for every scenario in scenarios/.
// Fixed seeds, and enough plays that the shares stand still. A gate that fails is a fault of the story.

// Many plays in one test: a machine with other work must not turn a long gate into a failed one.
vi.setConfig({ testTimeout: 900_000 });

const PLAYS = 20_000;
const PERSONA_PLAYS = 400;
const TRIALS = 3_000;
/** Shares below this are chance: nobody "reaches" an ending in one play of a hundred. */
const REACHED = 0.02;
/** Lengths of a scenario that does not say how long it is meant to be. */
const DEFAULT_LENGTH = { median: [22, 28], min: 14 } as const;

describe.each(SCENARIO_FOLDERS)('the scenario %s', (_, folder) => {
  const { scenario, personas, problems } = readScenario(folder);
  if (!scenario) throw new Error(JSON.stringify(problems));
  const endings = scenario.endings.map(({ id }) => id);
  const early = new Set(scenario.endings.filter(({ direct }) => direct).map(({ id }) => id));
  /** Ways through the story. Those that bargain go one way and differ at its table only. */
  const ways = personas.filter(({ bargains }) => !bargains);
  const length = scenario.manifest.length ?? DEFAULT_LENGTH;

  // Played once, when the first gate asks.
  let randomPlays: Plays | undefined;
  const random = () => {
    randomPlays ??= simulatePlays(scenario, { n: PLAYS, seed: 1 });
    return randomPlays;
  };
  let wayPlays: ReadonlyMap<string, Plays> | undefined;
  const byWay = () => {
    wayPlays ??= new Map(
      ways.map((way) => [
        way.id,
        simulatePlays(scenario, { n: PERSONA_PLAYS, seed: 1, persona: personaOf(way) }),
      ]),
    );
    return wayPlays;
  };
  let tried: ReturnType<typeof tryChoices> | undefined;
  const trials = () => {
    tried ??= tryChoices(scenario, { n: TRIALS, seed: 1 });
    return tried;
  };

  // On the lower levels hidden lines follow from the others: what they make impossible shows here.
  test.each(scenario.manifest.tiers)(
    'Q1, Q2: on the level %s all can be reached and no run gets stuck',
    (tier) => {
      expect(explore(scenario, { tier })).toMatchObject({
        isComplete: true,
        deadEnds: [],
        unreachedEndings: [],
        unreachedStates: [],
        unreachedScenes: [],
        unreachedChoices: [],
      });
    },
  );

  test('Q1, Q2: random plays come to every scene and choice, and have no problem', () => {
    expect(problems).toEqual([]);
    expect(random()).toMatchObject({
      deadEnds: [],
      unreachedScenes: [],
      unreachedChoices: [],
      unreachedStates: [],
    });
  });

  test('Q3: every ending comes in 1 % of random plays at least, none in more than 30 %', () => {
    const most = Math.max(0.3, 1.2 / endings.length);
    for (const id of endings) {
      expect(random().endings[id], id).toBeGreaterThanOrEqual(0.01);
      expect(random().endings[id], id).toBeLessThanOrEqual(most);
    }
  });

  test('Q3: every ending is reached by two ways of playing, by one of them in 5 % of its plays', () => {
    for (const id of endings) {
      const shares = [...byWay().values()].map((plays) => plays.endings[id] ?? 0);
      expect(shares.filter((share) => share >= REACHED).length, id).toBeGreaterThanOrEqual(2);
      expect(Math.max(...shares), id).toBeGreaterThanOrEqual(0.05);
    }
  });

  test('Q4: no choice is nowhere better than another one of its scene', () => {
    expect(
      trials()
        .map(({ plays }) => plays)
        .toSorted((a, b) => a - b)[0],
    ).toBeGreaterThan(300);
    expect(dominatedChoices(trials()).map(({ scene, choice, by }) => `${scene}/${choice} by ${by}`)).toEqual(
      [],
    );
  });

  test('Q5: of all scenes with a choice 85 % move the endings, and a third of them far', () => {
    const impacts = sceneImpacts(trials());
    const cosmetic = impacts.filter(({ distance }) => distance < 0.05).map(({ scene }) => scene);
    expect(cosmetic.length / impacts.length, cosmetic.join(', ')).toBeLessThanOrEqual(0.15);
    // Ten scenes in a story of thirty.
    const strong = impacts.filter(({ distance }) => distance >= 0.15);
    expect(strong.length).toBeGreaterThanOrEqual(Math.min(10, impacts.length / 3));
  });

  test('Q6: a run is as long as the scenario says', () => {
    const { decisions, fullDecisions } = random();
    expect(fullDecisions.median).toBeGreaterThanOrEqual(length.median[0]);
    expect(fullDecisions.median).toBeLessThanOrEqual(length.median[1]);
    expect(decisions.min).toBeGreaterThanOrEqual(length.min);
    for (const [id, plays] of byWay()) expect(plays.decisions.min, id).toBeGreaterThanOrEqual(length.min);
  });

  test('Q8: who does what was really done comes most often to what really happened', () => {
    const history = simulatePlays(scenario, {
      n: 1000,
      seed: 1,
      persona: personaOf(personas.find((one) => one.history) ?? { ...EMPTY, history: true }),
    });
    const [first, second] = Object.entries(history.endings).toSorted(([, a], [, b]) => b - a);
    expect(first?.[0]).toBe(scenario.endings.find((ending) => ending.history)?.id);
    // Not by chance: a clear lead over the next one.
    expect((first?.[1] ?? 0) - (second?.[1] ?? 0)).toBeGreaterThan(0.05);
  });

  test('Q11: a contested scene shows two perspectives at least, each with a fact, in every language', () => {
    const contested = scenario.scenes.filter((scene) => scene.contested);
    expect(contested.length).toBeGreaterThan(0);
    for (const { id, perspectives } of contested) {
      expect(perspectives.length, id).toBeGreaterThanOrEqual(2);
      for (const { fact } of perspectives)
        expect(
          scenario.facts.find((one) => one.id === fact)?.sources.length,
          `${id} ${fact}`,
        ).toBeGreaterThan(0);
      for (const language of scenario.manifest.languages)
        for (const perspective of perspectives)
          expect(scenario.texts[language]?.scenes[id]?.perspectives[perspective.id]?.view, id).toBeTruthy();
    }
  });

  test.each(scenario.manifest.languages)('every scene has a prompt for the class, in %s', (language) => {
    const silent = scenario.scenes.filter(({ id }) => !scenario.texts[language]?.scenes[id]?.teacher);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test.each(scenario.manifest.languages)(
    'every ending asks three questions of its own, in %s',
    (language) => {
      const prompts = endings.map((id) => scenario.texts[language]?.endings.endings[id]?.prompts ?? []);
      expect(prompts.map(({ length: count }) => count)).toEqual(endings.map(() => 3));
      expect(new Set(prompts.flat()).size).toBe(endings.length * 3);
    },
  );

  test('an ending that comes early has decisions of its own before it', () => {
    for (const id of early) {
      const before = scenario.scenes.filter((scene) =>
        scene.choices.some(({ effects }) => effects.some((effect) => 'end' in effect && effect.end === id)),
      );
      expect(before.length, id).toBeGreaterThan(0);
    }
  });
});

const EMPTY = { id: 'history', takes: [] as string[], bargains: false, asks: [] as string[], learns: false };
