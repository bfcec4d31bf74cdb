import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTables } from '../core/machine/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import { statechartMermaid, storyMermaid } from './mermaid.ts';
import type { Report } from './report.ts';
import { statechartPicture } from './statechart-picture.ts';
import { storyPicture } from './story-picture.ts';

const FORMATS: readonly string[] = ['svg', 'mermaid'];

/** Writes pictures of the statechart and of the story, and says where. */
export function graphReport(
  scenario: Scenario,
  values: Readonly<Record<string, string>>,
): Report | { readonly complaint: string } {
  const formats = (values.format ?? FORMATS.join(',')).split(',');
  const unknown = formats.find((format) => !FORMATS.includes(format));
  if (unknown !== undefined)
    return { complaint: `There is no format "${unknown}". Use ${FORMATS.join(' or ')}.` };
  const folder = values.out ?? path.join('dist/graph', scenario.manifest.id);
  const tables = runTables(scenario);
  const mermaid = { statechart: statechartMermaid(tables), story: storyMermaid(tables) };
  const pictures = {
    ...(formats.includes('svg')
      ? { 'statechart.svg': statechartPicture(tables), 'story.svg': storyPicture(tables) }
      : {}),
    ...(formats.includes('mermaid')
      ? { 'statechart.mmd': `${mermaid.statechart}\n`, 'story.mmd': `${mermaid.story}\n` }
      : {}),
  };
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(pictures).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  return {
    code: 0,
    data: { files, ...(formats.includes('mermaid') ? { mermaid } : {}) },
    text: files.join('\n'),
  };
}
