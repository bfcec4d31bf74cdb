import { unreachable } from '../domain/index.ts';
import { completeOffer, structureErrors } from '../model/index.ts';
import type { FileCheck, Lookup } from './lookup.ts';
import { quizOptions, votesOn } from './quiz-item.ts';
import type { QuizItem, Scenario } from './scenario.ts';

type ItemOf<T extends QuizItem['type']> = Extract<QuizItem, { readonly type: T }>;

/** Quiz items whose key, options, picture or topic do not fit; and tests whose forms are not parallel. */
export function checkQuiz(scenario: Scenario, lookup: Lookup): void {
  for (const item of scenario.quiz) {
    const at = lookup.in(`quiz/${item.id}.yaml`);
    at.unique('options', quizOptions(item));
    item.facts.forEach((id, index) => at.refer('fact', id, `facts[${index}]`));
    if (item.topic !== undefined) at.refer('topic', item.topic, 'topic');
    else if (scenario.manifest.topics.length > 0)
      at.add(
        'no-topic',
        'topic',
        `Say what item "${item.id}" is about: one of ${scenario.manifest.topics.join(', ')}.`,
      );
    checkPicture(at, item, scenario);
    checkKey(at, item, scenario);
  }
  const at = lookup.in('manifest.yaml');
  at.unique(
    'topics',
    scenario.manifest.topics.map((id) => ({ id })),
  );
  checkForms(at, scenario);
}

function checkKey(at: FileCheck, item: QuizItem, scenario: Scenario): void {
  switch (item.type) {
    case 'single':
      refersToOption(at, item, item.key, 'key');
      item.options.forEach(({ id, misconception }, index) => {
        if (id !== item.key && misconception === undefined)
          at.add(
            'no-misconception',
            `options[${index}]`,
            `Say which misconception option "${id}" stands for.`,
          );
      });
      return;
    case 'truth': {
      const named = [item.misconception, ...item.options.map(({ misconception }) => misconception)];
      if (named.every((misconception) => misconception === undefined))
        at.add('no-misconception', '', 'Say which misconception the wrong answer stands for.');
      return;
    }
    case 'kind':
      return checkKindOfFact(at, item, scenario);
    case 'order': {
      item.key.forEach((id, index) => refersToOption(at, item, id, `key[${index}]`));
      if (new Set(item.key).size !== item.options.length || item.key.length !== item.options.length)
        at.add('order-key', 'key', 'The key names every option once, in the right order.');
      return;
    }
    case 'estimate':
      return checkEstimate(at, item);
    case 'match':
      return checkMatch(at, item);
    case 'veto':
      return checkVeto(at, item, scenario);
    default:
      unreachable(item);
  }
}

function refersToOption(at: FileCheck, item: QuizItem, id: string, path: string): void {
  const options = quizOptions(item).map((option) => option.id);
  if (!options.includes(id)) at.unknown('option', id, options, path);
}

/** What sort of statement the key says it is, and the kinds of fact that are of that sort. */
const FACTS_OF = { fact: ['DOC', 'RUL', 'NUM'], report: ['REP'], claim: ['STM'] } as const;

function checkKindOfFact(at: FileCheck, item: ItemOf<'kind'>, { facts }: Scenario): void {
  at.unique('options', item.options);
  const wanted: readonly string[] = FACTS_OF[item.key];
  const cited = facts.filter(({ id }) => item.facts.includes(id));
  if (cited.length > 0 && !cited.some(({ kinds }) => kinds.some((kind) => wanted.includes(kind))))
    at.add(
      'kind-of-fact',
      'key',
      `The key is "${item.key}", but no fact of the item is of kind ${wanted.join(' or ')}. Correct the key or the facts.`,
    );
}

function checkEstimate(at: FileCheck, { key, range, tolerance }: ItemOf<'estimate'>): void {
  if (range.min >= range.max)
    at.add('estimate-range', 'range', 'The range has no numbers: "min" must be less than "max".');
  else if (key < range.min || key > range.max)
    at.add('estimate-range', 'key', `The key ${key} lies outside the range ${range.min} to ${range.max}.`);
  else if (tolerance * 2 >= range.max - range.min)
    at.add('estimate-range', 'tolerance', 'Every number of the range would count as right. Lower it.');
}

function checkMatch(at: FileCheck, item: ItemOf<'match'>): void {
  const { key, targets, options } = item;
  at.unique(
    'targets',
    targets.map((id) => ({ id })),
  );
  for (const [option, target] of Object.entries(key)) {
    refersToOption(at, item, option, 'key');
    if (!targets.includes(target)) at.unknown('match-target', target, targets, `key.${option}`);
  }
  for (const { id } of options)
    if (key[id] === undefined) at.add('match-key', 'key', `Say which target belongs to option "${id}".`);
  const spare = targets.length - options.length;
  if (spare < 0 || spare > 1 || new Set(Object.values(key)).size !== options.length)
    at.add(
      'match-key',
      'targets',
      'Each option has a target of its own, and at most one target is left over.',
    );
}

function checkVeto(at: FileCheck, item: ItemOf<'veto'>, { model }: Scenario): void {
  const { contract, options, key } = item;
  const isTrack = at.refer('track', contract.track, 'contract.track');
  const isPhase = at.refer('phase', contract.phase, 'contract.phase');
  const isTier = contract.tier === undefined || at.refer('tier', contract.tier, 'contract.tier');
  options.forEach(({ id }, index) => at.refer('voter', id, `options[${index}].id`));
  key.forEach((id, index) => refersToOption(at, item, id, `key[${index}]`));
  if (!isTrack || !isPhase || !isTier) return;
  const broken = structureErrors(model, contract.track, contract.offer);
  if (broken.length > 0)
    return at.add(
      'broken-structure',
      'contract.offer',
      `The contract breaks ${broken.join(', ')}. It must be one that this table allows, with an option for every issue.`,
    );
  checkDerivedLines(at, item, model);
  const votes = votesOn(model, contract);
  const outside = options.filter(({ id }) => !votes.some(({ party }) => party === id));
  for (const { id } of outside)
    at.add('veto-voter', 'options', `"${id}" has no vote at table ${contract.track}. Remove it.`);
  const refusers = votes.filter(({ isNo }) => isNo).map(({ party }) => party);
  const wanted = refusers.filter((party) => options.some(({ id }) => id === party));
  if (wanted.toSorted().join(' ') !== key.toSorted().join(' '))
    at.add(
      'veto-key',
      'key',
      `By the model ${wanted.length > 0 ? wanted.join(', ') : 'nobody'} of the options says no here. Correct the key or the contract.`,
    );
}

/** On a level the player sees some lines; the others follow from them. */
function checkDerivedLines(at: FileCheck, { contract }: ItemOf<'veto'>, model: Scenario['model']): void {
  const tier = model.tiers.find(({ id }) => id === contract.tier);
  if (!tier) return;
  const derived = completeOffer(model, tier, contract.offer);
  const differing = Object.keys(derived).filter((issue) => derived[issue] !== contract.offer[issue]);
  if (differing.length > 0)
    at.add(
      'veto-tier',
      'contract.offer',
      `On level ${tier.id} the other lines follow from those the player sees: ${differing.map((issue) => `${issue}: ${derived[issue]}`).join(', ')}.`,
    );
}

function checkPicture(at: FileCheck, { picture }: QuizItem, { model, parties }: Scenario): void {
  if (!picture) return;
  if ('timeline' in picture)
    picture.timeline.forEach((id, index) => at.refer('calendar', id, `picture.timeline[${index}]`));
  else if ('map' in picture)
    picture.map.forEach((id, index) => {
      const path = `picture.map[${index}]`;
      if (at.refer('party', id, path) && parties.find((party) => party.id === id)?.city === undefined)
        at.add('no-city', path, `Party "${id}" has no place on the map. Give it a "city" in parties.yaml.`);
    });
  else {
    const { track, offer } = picture.contract;
    const sets = Object.fromEntries(Object.entries(offer).map(([issue, option]) => [issue, [option]]));
    at.options(sets, 'picture.contract.offer');
    if (!at.refer('track', track, 'picture.contract.track')) return;
    const open = model.issues.filter(({ id }) => offer[id] === undefined).map(({ id }) => `option.${id}`);
    const broken = structureErrors(model, track, offer).filter((rule) => !open.includes(rule));
    // A rule can be kept only by a line that is there.
    if (open.length === 0 && broken.length > 0)
      at.add('broken-structure', 'picture.contract.offer', `The contract breaks ${broken.join(', ')}.`);
  }
}

/** The forms before and after a run ask the same of other items: only then can they be compared. */
function checkForms(at: FileCheck, { manifest, quiz }: Scenario): void {
  const itemsOf = (form: 'pre' | 'post') =>
    manifest.tests[form].flatMap((id, index) => {
      const isKnown = at.refer('quiz', id, `tests.${form}[${index}]`);
      return isKnown ? quiz.filter((item) => item.id === id) : [];
    });
  const [pre, post] = [itemsOf('pre'), itemsOf('post')];
  const { pre: first, post: second } = manifest.tests;
  if (pre.length < first.length || post.length < second.length) return;
  const ids = [...first, ...second];
  if (new Set(ids).size !== ids.length)
    at.add('form-shares-item', 'tests', 'An item stands in the tests once. Take another for one of the two.');
  const shapeOf = (items: readonly QuizItem[]) =>
    items.map(({ objective, type }) => `${objective} ${type}`).join(', ');
  if (shapeOf(pre) !== shapeOf(post))
    at.add(
      'form-differs',
      'tests.post',
      `Both forms ask for the same objectives with the same types, in the same order. Before: ${shapeOf(pre) || 'nothing'}. After: ${shapeOf(post) || 'nothing'}.`,
    );
  for (const [form, items] of Object.entries({ pre, post })) {
    const keys = items.flatMap((item) => (item.type === 'truth' ? [item.key] : []));
    const right = keys.filter((key) => key === 'true').length;
    if (items.length > 0 && (right === 0 || right * 2 !== keys.length))
      at.add(
        'form-balance',
        `tests.${form}`,
        `${right} of ${keys.length} statements are true. At least one must be, and as many must be false.`,
      );
  }
}
