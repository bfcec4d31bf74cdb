import type { Scenario } from '../core/scenario/index.ts';

interface Node {
  readonly initial?: string | undefined;
  readonly on?: Readonly<Record<string, unknown>> | undefined;
  readonly states?: Readonly<Record<string, Node>> | undefined;
}

/** The regions of the statechart as a Mermaid state diagram: for reading, not for running. */
export function mermaidOf({ regions }: Scenario): string {
  return [
    'stateDiagram-v2',
    ...regions.flatMap((region) => [
      `  state "${region.id}" as ${name(region.id)} {`,
      ...lines(region, name(region.id), '    '),
      '  }',
    ]),
  ].join('\n');
}

function lines(node: Node, prefix: string, indent: string): readonly string[] {
  const states = node.states ?? {};
  const initial = node.initial === undefined ? [] : [`${indent}[*] --> ${prefix}_${name(node.initial)}`];
  const inner = Object.entries(states).flatMap(([id, child]) => {
    const own = `${prefix}_${name(id)}`;
    const arrows = Object.entries(child.on ?? {}).flatMap(([event, value]) =>
      targetsOf(value).map((target) => `${indent}${own} --> ${prefix}_${name(target)} : ${event}`),
    );
    const nested = child.states
      ? [`${indent}state "${id}" as ${own} {`, ...lines(child, own, `${indent}  `), `${indent}}`]
      : [`${indent}state "${id}" as ${own}`];
    return [...nested, ...arrows];
  });
  return [...initial, ...inner];
}

function targetsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(targetsOf);
  if (typeof value === 'object' && value !== null && 'target' in value && typeof value.target === 'string')
    return [value.target];
  return [];
}

function name(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9]/g, '_');
}
