import { failure, type PartyId, type Result, success } from '../domain/index.ts';
import { openChoices, type RunEvent, type RunState, type RunTables } from '../machine/index.ts';
import type { Choice, PersonaFile, Scenario } from '../scenario/index.ts';
import type { Dice } from '../session/index.ts';

/** How a bot chooses: the first rule that finds an open choice; where none does, at random. */
export interface Persona {
  /** Named choices, `scene/choice`, wherever they are open. */
  readonly takes: readonly string[];
  /** Takes what was really done. */
  readonly followsHistory: boolean;
  /** Takes what wins most trust of this party. */
  readonly pleases?: PartyId;
}

/** Chooses among what is open with equal odds. */
export const RANDOM_PERSONA: Persona = { takes: [], followsHistory: false };

/**
 * `random`, `history`, `please:<party>`, `prefer:<scene>/<choice>,…`, or the id of a persona that the
 * scenario describes. Problems: `unknown-persona`, `unknown-party`, `unknown-choice`.
 */
export function parsePersona(
  scenario: Scenario,
  text: string,
  described: readonly PersonaFile[] = [],
): Result<Persona> {
  const known = described.find(({ id }) => id === text);
  if (known) return success(personaOf(known));
  const [kind, rest = ''] = text.split(':', 2);
  if (text === 'random') return success(RANDOM_PERSONA);
  if (text === 'history') return success({ ...RANDOM_PERSONA, followsHistory: true });
  if (kind === 'please') {
    const parties = scenario.parties.map(({ id }) => id);
    if (parties.includes(rest)) return success({ ...RANDOM_PERSONA, pleases: rest });
    return problem('unknown-party', `There is no party "${rest}". Use one of ${parties.join(', ')}.`);
  }
  if (kind === 'prefer') {
    const takes = rest.split(',');
    const choices = new Set(
      scenario.scenes.flatMap((scene) => scene.choices.map(({ id }) => `${scene.id}/${id}`)),
    );
    const unknown = takes.filter((choice) => !choices.has(choice));
    if (unknown.length === 0) return success({ ...RANDOM_PERSONA, takes });
    return problem('unknown-choice', `There is no choice ${unknown.join(', ')}. Write <scene>/<choice>.`);
  }
  const names = [...new Set(['random', 'history', ...described.map(({ id }) => id)])].join(', ');
  return problem(
    'unknown-persona',
    `There is no persona "${text}". Use ${names}, please:<party> or prefer:<scene>/<choice>,….`,
  );
}

/** A persona as the scenario describes it, ready to play. */
export function personaOf({ takes, history, pleases }: PersonaFile): Persona {
  return { takes, followsHistory: history, ...(pleases === undefined ? {} : { pleases }) };
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
    case 'table': {
      const { talks } = state.context;
      return talks && { type: 'table.final', scene, turn: talks.turns.length, offer: talks.offer };
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

function preferred(
  scene: string,
  open: readonly Choice[],
  { takes, followsHistory, pleases }: Persona,
): readonly Choice[] {
  const named = open.filter(({ id }) => takes.includes(`${scene}/${id}`));
  if (named.length > 0) return named;
  const historical = followsHistory ? open.filter(({ history }) => history) : [];
  if (historical.length > 0) return historical;
  if (pleases === undefined) return open;
  const most = Math.max(...open.map((choice) => trustGain(choice, pleases)));
  return open.filter((choice) => trustGain(choice, pleases) === most);
}

function trustGain({ effects }: Choice, party: PartyId): number {
  return effects.reduce(
    (sum, effect) => ('trust' in effect && effect.trust === party ? sum + effect.by : sum),
    0,
  );
}
