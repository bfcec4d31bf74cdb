import { quizOptions, type Scenario, type ScenarioTexts } from '../../src/core/scenario/index.ts';
import { miniScenario } from './mini-scenario.ts';

/** Words for every id of a scenario, made from the ids: `say('s1-goal.title')` says who it is. */
export function wordsFor(scenario: Scenario, say: (id: string) => string = (id) => id): ScenarioTexts {
  const by = <T>(ids: readonly string[], make: (id: string) => T) =>
    Object.fromEntries(ids.map((id) => [id, make(id)]));
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const { model } = scenario;
  return {
    manifest: {
      title: say('title'),
      poster: { lead: say('lead'), key: say('key'), place: say('place'), length: say('length') },
      role: say('role'),
      about: say('about'),
      disclaimer: say('disclaimer'),
      deadlines: by(ids(scenario.manifest.deadlines), say),
      acts: by(['0', '1', '2', '3', '4', '5'], (act) => say(`act ${act}`)),
      tiers: by(scenario.manifest.tiers, (id) => ({ name: say(id), about: say(`${id}.about`) })),
      topics: by(scenario.manifest.topics, say),
      factGroups: {},
    },
    tracks: by(ids(scenario.regions), (id) => ({ name: say(id), states: { signed: say(`${id}.signed`) } })),
    calendar: by(ids(scenario.calendar), (id) => ({
      headline: say(`${id}.headline`),
      news: say(`${id}.news`),
      yes: say(`${id}.yes`),
      no: say(`${id}.no`),
    })),
    endings: {
      gauges: by(ids(scenario.gauges), (id) => ({ name: say(id), about: say(id) })),
      endings: by(ids(scenario.endings), (id) => ({
        title: say(`${id}.title`),
        story: say(`${id}.story`),
        why: say(`${id}.why`),
        reality: say(`${id}.reality`),
      })),
      reflection: [say('reflection')],
      roles: {},
    },
    parties: {
      parties: by(ids(scenario.parties), (id) => ({
        name: say(id),
        role: say(`${id}.role`),
        statuses: {},
        relations: {},
      })),
      cast: {},
    },
    model: {
      issues: Object.fromEntries(
        model.issues.map(({ id, options }) => [
          id,
          {
            name: say(id),
            question: say(`${id}?`),
            options: by(options, (option) => say(`${id}=${option}`)),
          },
        ]),
      ),
      tracks: by(ids(model.tracks), (id) => say(`track ${id}`)),
      phases: by(ids(model.phases), say),
      rules: {},
      replies: { signed: 'agreed', countered: 'counter-offer', refused: 'no', blocked: 'stopped' },
      claims: by(ids(scenario.claims), say),
      references: by(ids(scenario.model.references), say),
      drafts: by(ids(scenario.drafts), (id) => ({ name: say(`draft ${id}`), about: say(id) })),
    },
    facts: {},
    glossary: {},
    aftermath: by(ids(scenario.aftermath), (id) => ({
      headline: say(`${id}.headline`),
      text: say(`${id}.text`),
    })),
    scenes: Object.fromEntries(
      scenario.scenes.map(({ id, choices }) => [
        id,
        {
          title: say(`${id}.title`),
          body: say(`${id}.body`),
          question: say(`${id}.question`),
          choices: by(ids(choices), (choice) => ({
            label: say(`${id}/${choice}`),
            feedback: say(`${id}/${choice}.feedback`),
          })),
          perspectives: {},
        },
      ]),
    ),
    quiz: Object.fromEntries(
      scenario.quiz.map((item) => [
        item.id,
        {
          stem: say(`${item.id}.stem`),
          options: by(ids(quizOptions(item)), (option) => ({
            text: say(`${item.id}/${option}`),
            why: say(`${item.id}/${option}.why`),
          })),
          targets: by(item.type === 'match' ? item.targets : [], (target) => say(`${item.id}>${target}`)),
          ...(item.type === 'estimate' ? { unit: 'days', why: say(`${item.id}.why`) } : {}),
        },
      ]),
    ),
    easy: { scenes: {} },
  };
}

/** The mini scenario in two languages; German words end in `-de`. */
export const miniWithTexts: Scenario = {
  ...miniScenario,
  manifest: { ...miniScenario.manifest, languages: ['en', 'de'] },
  texts: { en: wordsFor(miniScenario), de: wordsFor(miniScenario, (id) => `${id}-de`) },
};
