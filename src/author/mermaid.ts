import type { RunTables } from '../core/machine/index.ts';

type StateRow = RunTables['regionRows'][number]['states'][number];

/** The regions of the statechart as a Mermaid state diagram: for reading, not for running. */
export function statechartMermaid({ regionRows }: RunTables): string {
  return [
    'stateDiagram-v2',
    ...regionRows.flatMap(({ id, initial, states }) => [
      `  state "${id}" as ${name(id)} {`,
      `    [*] --> ${name(id)}_${name(initial)}`,
      ...states.flatMap((state) => stateLines(name(id), state, '    ')),
      '  }',
    ]),
  ].join('\n');
}

function stateLines(
  region: string,
  { path, key, initial, children, on }: StateRow,
  indent: string,
): string[] {
  const own = `${region}_${name(path)}`;
  const arrows = Object.entries(on).flatMap(([event, rows]) =>
    rows.flatMap(({ target }) =>
      target === undefined ? [] : [`${indent}${own} --> ${region}_${name(target)} : ${event}`],
    ),
  );
  if (children.length === 0) return [`${indent}state "${key}" as ${own}`, ...arrows];
  return [
    `${indent}state "${key}" as ${own} {`,
    ...(initial === undefined ? [] : [`${indent}  [*] --> ${region}_${name(initial)}`]),
    ...children.flatMap((child) => stateLines(region, child, `${indent}  `)),
    `${indent}}`,
    ...arrows,
  ];
}

/** The story as a Mermaid flowchart: scenes in their order, and the endings they lead to. */
export function storyMermaid({ agenda, scenario }: RunTables): string {
  const scenes = agenda.flatMap((entry) => (entry.kind === 'scene' ? [entry.scene] : []));
  const acts = [...new Set(scenes.map(({ act }) => act))];
  const order = scenes.flatMap(({ id }, index) => {
    const next = scenes[index + 1];
    return next ? [`  ${name(id)} ${next.when ? '-.->' : '-->'} ${name(next.id)}`] : [];
  });
  const ends = scenes.flatMap(({ id, choices }) =>
    choices.flatMap((choice) =>
      choice.effects.flatMap((effect) =>
        'end' in effect ? [`  ${name(id)} -->|${choice.id}| ${name(effect.end)}`] : [],
      ),
    ),
  );
  const finale = scenario.endings
    .filter(({ direct }) => !direct)
    .map(({ id }) => `  finale{${scenario.manifest.finale}} --> ${name(id)}`);
  const last = scenes.at(-1);
  return [
    'flowchart TD',
    ...acts.flatMap((act) => [
      `  subgraph act${act}[Act ${act}]`,
      ...scenes
        .filter((scene) => scene.act === act)
        .map(({ id, date }) => `    ${name(id)}["${date} ${id}"]`),
      '  end',
    ]),
    ...scenario.endings.map(({ id }) => `  ${name(id)}(["${id}"])`),
    ...order,
    ...ends,
    ...(last ? [`  ${name(last.id)} --> finale`] : []),
    ...finale,
  ].join('\n');
}

function name(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9]/g, '_');
}
