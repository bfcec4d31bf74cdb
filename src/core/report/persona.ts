import { failure, type PartyId, type Result, success } from '../domain/index.ts';
import { openChoices, type RunEvent, type RunState, type RunTables } from '../machine/index.ts';
import type { Choice, Scenario } from '../scenario/index.ts';
import type { Dice } from '../session/index.ts';

/** How a bot chooses. Where its rule says nothing, it chooses at random. */
export type Persona =
  | { readonly kind: 'random' }
  /** What was really done. */
  | { readonly kind: 'history' }
  /** What wins most trust of one party. */
  | { readonly kind: 'please'; readonly party: PartyId }
  /** Named choices, `scene/choice`, wherever they are open. */
  | { readonly kind: 'prefer'; readonly choices: readonly string[] };

/**
 * `random`, `history`, `please:<party>`, `prefer:<scene>/<choice>,…`.
 * Problems: `unknown-persona`, `unknown-party`, `unknown-choice`.
 */
export function parsePersona(scenario: Scenario, text: string): Result<Persona> {
  const [kind, rest = ''] = text.split(':', 2);
  if (text === 'random' || text === 'history') return success({ kind: text });
  if (kind === 'please') {
    const parties = scenario.parties.map(({ id }) => id);
    if (parties.includes(rest)) return success({ kind, party: rest });
    return problem('unknown-party', `There is no party "${rest}". Use one of ${parties.join(', ')}.`);
  }
  if (kind === 'prefer') {
    const choices = rest.split(',');
    const known = new Set(
      scenario.scenes.flatMap((scene) => scene.choices.map(({ id }) => `${scene.id}/${id}`)),
    );
    const unknown = choices.filter((choice) => !known.has(choice));
    if (unknown.length === 0) return success({ kind, choices });
    return problem('unknown-choice', `There is no choice ${unknown.join(', ')}. Write <scene>/<choice>.`);
  }
  return problem('unknown-persona', 'Use random, history, please:<party> or prefer:<scene>/<choice>,….');
}

function problem(code: string, message: string): Result<never> {
  return failure({ code, path: 'persona', message });
}

/** What the bot does now; undefined between two entries of the agenda, at the end and in a dead end. */
export function botIntent(
  tables: RunTables,
  state: RunState,
  persona: Persona,
  dice: Dice,
): Exclude<RunEvent, { readonly type: 'agenda.next' }> | undefined {
  const { sceneId: scene = '' } = state.context;
  switch (state.story) {
    case 'decide': {
      const choice = pick(preferred(scene, openChoices(tables, state), persona), dice);
      return choice && { type: 'choice.take', scene, choice: choice.id };
    }
    case 'present':
    case 'feedback':
    case 'quiz.explained':
      return { type: 'scene.continue', scene };
    case 'quiz.question': {
      const item = tables.quiz.get(tables.scenes.get(scene)?.scene.quiz ?? '');
      const option = item && pick(item.options, dice);
      return option && { type: 'quiz.answer', item: item.id, option: option.id, confidence: 'guess' };
    }
    case 'advance':
    case 'ended':
      return undefined;
  }
}

function pick<T>(items: readonly T[], dice: Dice): T | undefined {
  return items.length > 1 ? items[dice.nextIndex(items.length)] : items[0];
}

function preferred(scene: string, open: readonly Choice[], persona: Persona): readonly Choice[] {
  const wanted = open.filter((choice) => isWanted(scene, open, choice, persona));
  return wanted.length > 0 ? wanted : open;
}

function isWanted(scene: string, open: readonly Choice[], choice: Choice, persona: Persona): boolean {
  switch (persona.kind) {
    case 'random':
      return true;
    case 'history':
      return choice.history;
    case 'please': {
      const most = Math.max(...open.map((other) => trustGain(other, persona.party)));
      return trustGain(choice, persona.party) === most;
    }
    case 'prefer':
      return persona.choices.includes(`${scene}/${choice.id}`);
  }
}

function trustGain({ effects }: Choice, party: PartyId): number {
  return effects.reduce(
    (sum, effect) => ('trust' in effect && effect.trust === party ? sum + effect.by : sum),
    0,
  );
}
