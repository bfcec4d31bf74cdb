import type { Problem } from '../domain/index.ts';
import type { Effect } from './effect.ts';
import type { Gate } from './gate.ts';
import { checkLater } from './link-later.ts';
import { checkModel, checkPlayer } from './link-model.ts';
import { checkQuiz } from './link-quiz.ts';
import { checkEffects, checkGate } from './link-rules.ts';
import { createLookup, type Lookup } from './lookup.ts';
import type { Scenario } from './scenario.ts';

/** Every reference that leads nowhere, with file and path. Reads structure only; texts: `textProblems`. */
export function linkProblems(scenario: Scenario): readonly Problem[] {
  const lookup = createLookup(scenario);
  checkManifest(scenario, lookup);
  checkParties(scenario, lookup);
  checkModel(scenario, lookup);
  checkTracks(scenario, lookup);
  checkCalendar(scenario, lookup);
  checkScenes(scenario, lookup);
  checkEndings(scenario, lookup);
  checkQuiz(scenario, lookup);
  checkLibrary(scenario, lookup);
  checkAftermath(scenario, lookup);
  checkLater(scenario, lookup);
  return lookup.problems();
}

function checkManifest({ manifest, model }: Scenario, lookup: Lookup): void {
  const at = lookup.in('manifest.yaml');
  at.unique('flags', manifest.flags);
  at.unique('deadlines', manifest.deadlines);
  at.refer('event', manifest.finale, 'finale');
  if (at.refer('party', manifest.player, 'player')) checkPlayer(model, manifest.player, at);
  at.unique(
    'tiers',
    manifest.tiers.map((id) => ({ id })),
  );
  manifest.tiers.forEach((id, index) => at.refer('tier', id, `tiers[${index}]`));
  manifest.deadlines.forEach(({ from, moved, endsWhen }, index) => {
    at.refer('event', from, `deadlines[${index}].from`);
    moved.forEach(({ by }, step) => at.refer('event', by, `deadlines[${index}].moved[${step}].by`));
    gate(at, endsWhen, `deadlines[${index}].endsWhen`);
  });
  gate(at, manifest.circumstances.hasOwnSuit, 'circumstances.hasOwnSuit');
  manifest.circumstances.goodwill.forEach(({ party, when }, index) => {
    at.refer('party', party, `circumstances.goodwill[${index}].party`);
    gate(at, when, `circumstances.goodwill[${index}].when`);
  });
}

function checkParties({ parties, cast }: Scenario, lookup: Lookup): void {
  const at = lookup.in('parties.yaml');
  at.unique('parties', parties);
  at.unique('cast', cast);
  parties.forEach((party, index) => {
    const path = `parties[${index}]`;
    at.unique(`${path}.statuses`, party.statuses);
    at.unique(`${path}.relations`, party.relations);
    if (party.figure !== undefined) at.refer('cast', party.figure, `${path}.figure`);
    party.statuses.forEach(({ when }, status) => gate(at, when, `${path}.statuses[${status}].when`));
    party.relations.forEach(({ when }, line) => gate(at, when, `${path}.relations[${line}].when`));
  });
  cast.forEach(({ party }, index) => {
    if (party !== undefined) at.refer('party', party, `cast[${index}].party`);
  });
}

function checkTracks({ regions }: Scenario, lookup: Lookup): void {
  const at = lookup.in('tracks.yaml');
  at.unique('regions', regions);
  const ids = regions.map(({ id }) => id);
  regions.forEach(({ id }, index) => {
    const [group = ''] = id.split('.', 1);
    if (id === 'story' || (group !== id && ids.includes(group)))
      at.add(
        'region-name',
        `regions[${index}].id`,
        `A region cannot be called "${id}": "story" belongs to the game, and a name before a dot only groups regions. Rename it.`,
      );
  });
  interface Node {
    readonly initial?: string | undefined;
    readonly on?: Readonly<Record<string, unknown>> | undefined;
    readonly states?: Readonly<Record<string, Node>> | undefined;
  }
  const visit = (region: string, node: Node, path: string): void => {
    const names = Object.keys(node.states ?? {});
    if (names.length > 0 && !names.includes(node.initial ?? ''))
      at.add(
        'unknown-state',
        `${path}.initial`,
        `"${node.initial ?? ''}" is none of the states ${names.join(', ')}.`,
      );
    for (const [event, value] of Object.entries(node.on ?? {})) {
      at.refer('event', event, `${path}.on.${event}`);
      const list = Array.isArray(value) ? value : [value];
      list.forEach(
        (transition: string | { target?: string; when?: Gate; effects?: readonly Effect[] }, index) => {
          const here = `${path}.on.${event}${Array.isArray(value) ? `[${index}]` : ''}`;
          if (typeof transition === 'string') return checkTarget(region, transition, path, here);
          if (transition.target !== undefined) checkTarget(region, transition.target, path, `${here}.target`);
          gate(at, transition.when, `${here}.when`);
          effects(at, transition.effects ?? [], `${here}.effects`);
        },
      );
    }
    for (const name of names) {
      const child = node.states?.[name];
      if (child) visit(region, child, `${path}.states.${name}`);
    }
  };
  // A target is a sibling, or a path from the root of the region.
  const checkTarget = (region: string, target: string, from: string, path: string): void => {
    const parents = from.split('.states.').slice(1);
    const known = lookup.states(region);
    const isFound =
      parents.some((_, depth) => known.has([...parents.slice(0, depth), target].join('.'))) ||
      known.has(target);
    if (!isFound) at.unknown('state', target, [...known], path);
  };
  regions.forEach((region, index) => visit(region.id, region, `regions[${index}]`));
}

function checkCalendar({ calendar, manifest }: Scenario, lookup: Lookup): void {
  const at = lookup.in('calendar.yaml');
  at.unique('events', calendar);
  calendar.forEach((event) => {
    const path = `events[id=${event.id}]`;
    gate(at, event.when, `${path}.when`);
    effects(at, event.effects, `${path}.effects`);
    event.facts.forEach((id, fact) => at.refer('fact', id, `${path}.facts[${fact}]`));
    event.chance?.bonus.forEach(({ when }, bonus) => gate(at, when, `${path}.chance.bonus[${bonus}].when`));
  });
  if (!calendar.some(({ id }) => id === manifest.finale))
    lookup.in('manifest.yaml').unknown(
      'event',
      manifest.finale,
      calendar.map(({ id }) => id),
      'finale',
    );
}

function checkScenes({ scenes }: Scenario, lookup: Lookup): void {
  for (const scene of scenes) {
    const at = lookup.in(`scenes/${scene.id}.yaml`);
    if (scene.speaker !== undefined) at.refer('cast', scene.speaker, 'speaker');
    gate(at, scene.when, 'when');
    scene.stakes.forEach((id, index) => at.refer('issue', id, `stakes[${index}]`));
    scene.terms.forEach((id, index) => at.refer('term', id, `terms[${index}]`));
    scene.evidence.forEach((id, index) => at.refer('fact', id, `evidence[${index}]`));
    scene.perspectives.forEach(({ fact }, index) => at.refer('fact', fact, `perspectives[${index}].fact`));
    if (scene.quiz !== undefined) at.refer('quiz', scene.quiz, 'quiz');
    if (scene.overlap) {
      const { track, phases } = scene.overlap;
      at.refer('track', track, 'overlap.track');
      phases.forEach((id, index) => at.refer('phase', id, `overlap.phases[${index}]`));
      at.unique(
        'overlap.phases',
        phases.map((id) => ({ id })),
      );
    }
    at.unique('choices', scene.choices);
    at.unique('perspectives', scene.perspectives);
    scene.choices.forEach((choice, index) => {
      gate(at, choice.when, `choices[${index}].when`);
      effects(at, choice.effects, `choices[${index}].effects`);
      choice.evidence.forEach((id, fact) => at.refer('fact', id, `choices[${index}].evidence[${fact}]`));
    });
    if (scene.contested && scene.perspectives.length < 2)
      at.add(
        'one-sided',
        'perspectives',
        'A contested scene shows at least two perspectives. Add another side with a fact.',
      );
  }
}

function checkEndings({ endings, gauges }: Scenario, lookup: Lookup): void {
  const at = lookup.in('endings.yaml');
  at.unique('endings', endings);
  at.unique('gauges', gauges);
  gauges.forEach(({ trust, shifts }, index) => {
    for (const party of Object.keys(trust)) at.refer('party', party, `gauges[${index}].trust.${party}`);
    shifts.forEach(({ when }, shift) => gate(at, when, `gauges[${index}].shifts[${shift}].when`));
  });
  endings.forEach((ending, index) => {
    const path = `endings[${index}]`;
    gate(at, ending.when, `${path}.when`);
    if (ending.speaker !== undefined) at.refer('cast', ending.speaker, `${path}.speaker`);
    for (const id of Object.keys(ending.gauges)) at.refer('gauge', id, `${path}.gauges.${id}`);
    for (const { id } of gauges) {
      if (ending.gauges[id] === undefined)
        at.add(
          'missing-gauge',
          `${path}.gauges`,
          `Ending "${ending.id}" has no value for the gauge "${id}".`,
        );
    }
    ending.evidence.forEach((id, fact) => at.refer('fact', id, `${path}.evidence[${fact}]`));
  });
}

function checkLibrary({ facts, sources, terms, manifest }: Scenario, lookup: Lookup): void {
  const inFacts = lookup.in('facts.yaml');
  inFacts.unique('facts', facts);
  facts.forEach(({ id, sources: cited }, index) => {
    if (cited.length === 0)
      inFacts.add(
        'no-source',
        `facts[${index}].sources`,
        `Fact ${id} has no source. Add one from sources.yaml.`,
      );
    cited.forEach((source, at) => inFacts.refer('source', source, `facts[${index}].sources[${at}]`));
  });
  lookup.in('sources.yaml').unique('sources', sources);
  const inTerms = lookup.in('glossary.yaml');
  inTerms.unique('terms', terms);
  terms.forEach((term, index) => {
    term.facts.forEach((id, fact) => inTerms.refer('fact', id, `terms[${index}].facts[${fact}]`));
    if (!manifest.tiers.includes(term.tier))
      inTerms.unknown('tier', term.tier, manifest.tiers, `terms[${index}].tier`);
  });
}

function checkAftermath({ aftermath }: Scenario, lookup: Lookup): void {
  const at = lookup.in('aftermath.yaml');
  at.unique('events', aftermath);
  aftermath.forEach(({ date, facts }, index) => {
    facts.forEach((id, fact) => at.refer('fact', id, `events[${index}].facts[${fact}]`));
    const before = aftermath[index - 1];
    if (before && before.date > date)
      at.add(
        'not-in-order',
        `events[${index}].date`,
        `It comes after an event of ${before.date}. Put the events in order of their dates.`,
      );
  });
}

type At = ReturnType<Lookup['in']>;
const gate = (at: At, when: Gate | undefined, path: string) => when && checkGate(at, when, path);
const effects = (at: At, list: readonly Effect[], path: string) => checkEffects(at, list, path);
