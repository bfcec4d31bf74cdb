import type { Problem } from '../core/domain/index.ts';
import { type Exploration, explore } from '../core/report/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import type { ReadScenario } from './read-scenario.ts';
import { inFull, problemLine, type Report } from './report.ts';

/** A scenario of this kind has some 40,000; far beyond that the search would not end on a small machine. */
const MAX_SNAPSHOTS = 1_000_000;
const DRAFT =
  'a draft: a built game does not list it, and no gate asks for it (manifest.yaml, "draft"; docs/authoring.md)';

/** Everything that is wrong with a scenario: its files first, then what no run can reach. */
export function checkReport(read: ReadScenario, progress: (text: string) => void): Report {
  const { scenario, isPlayable } = read;
  const problems = [...read.problems];
  if (scenario && isPlayable) {
    progress('files fit together; searching every state …');
    problems.push(...reachability(scenario).map(read.locate));
  }
  const counts = countsOf(scenario);
  const isOk = problems.length === 0;
  const summary = isOk
    ? `ok: ${counts.scenes} scenes, ${counts.choices} choices, ${counts.endings} endings, ${counts.quizItems} quiz items, ${counts.facts} facts, ${counts.sources} sources`
    : `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
  const listed = problems.map(inFull);
  const isDraft = scenario?.manifest.draft ?? false;
  return {
    code: isOk ? 0 : 1,
    data: { ok: isOk, draft: isDraft, problems: listed, counts },
    text: [...listed.map(problemLine), summary, ...(isDraft ? [DRAFT] : [])].join('\n'),
  };
}

function countsOf(scenario: Scenario | undefined) {
  return {
    scenes: scenario?.scenes.length ?? 0,
    choices: scenario?.scenes.reduce((sum, { choices }) => sum + choices.length, 0) ?? 0,
    endings: scenario?.endings.length ?? 0,
    quizItems: scenario?.quiz.length ?? 0,
    facts: scenario?.facts.length ?? 0,
    sources: scenario?.sources.length ?? 0,
    languages: scenario?.manifest.languages ?? [],
  };
}

function reachability(scenario: Scenario): readonly Problem[] {
  let found: Exploration;
  try {
    found = explore(scenario, { limit: MAX_SNAPSHOTS });
  } catch (error) {
    // Events that raise each other for ever: the links are right, the run is not.
    const message = `A run cannot go on: ${error instanceof Error ? error.message : String(error)}. Look at the transitions that send this event.`;
    return [{ code: 'endless-events', file: 'tracks.yaml', path: '', message }];
  }
  if (!found.isComplete) {
    const message = `There are more than ${MAX_SNAPSHOTS} states; the search stopped, and nothing is known about reachability. Use fewer flags, or read them sooner.`;
    return [{ code: 'too-many-states', file: 'manifest.yaml', path: 'flags', message }];
  }
  return [
    ...found.unreachedScenes.map((id) => ({
      code: 'unreached-scene',
      file: `scenes/${id}.yaml`,
      path: 'when',
      message: `No run comes to scene "${id}". Check its gate "when".`,
    })),
    ...found.unreachedChoices.map((id) => unreachedChoice(scenario, id)),
    ...found.unreachedEndings.map((id) => ({
      code: 'unreached-ending',
      file: 'endings.yaml',
      path: `endings[id=${id}]`,
      message: `No run ends in "${id}". Check its gate, and those above it.`,
    })),
    ...found.unreachedStates.map((id) => {
      const [region = '', state = ''] = id.split(':');
      return {
        code: 'unreached-state',
        file: 'tracks.yaml',
        path: `regions[id=${region}].states.${state.replaceAll('.', '.states.')}`,
        message: `No run reaches the state "${state}" of region "${region}". Check the transitions to it.`,
      };
    }),
    ...found.deadEnds.map(({ where, path }) => deadEnd(scenario, where, path)),
  ];
}

function unreachedChoice({ scenes }: Scenario, id: string): Problem {
  const [scene = '', choice = ''] = id.split('/');
  const index = scenes
    .find((candidate) => candidate.id === scene)
    ?.choices.findIndex((one) => one.id === choice);
  return {
    code: 'unreached-choice',
    file: `scenes/${scene}.yaml`,
    path: `choices[${index ?? 0}]`,
    message: `No run can take choice "${choice}". Check its gate "when".`,
  };
}

function deadEnd({ scenes }: Scenario, where: string, path: readonly string[]): Problem {
  const scene = scenes.find(({ id }) => where.startsWith(`${id}:`));
  const way = path.length === 0 ? '' : ` One way there: ${path.join(', ')}.`;
  return {
    code: 'dead-end',
    file: scene ? `scenes/${scene.id}.yaml` : 'endings.yaml',
    path: scene ? 'choices' : 'endings',
    message: scene
      ? `A run gets stuck: ${where}. Give the scene a choice without "when".${way}`
      : `A run gets stuck: ${where}. End the list with an ending without "when".${way}`,
  };
}
