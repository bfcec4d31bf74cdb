import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseBundle, parseRoleBriefs, type RoleBriefs, type Scenario } from '../core/scenario/index.ts';
import { type Log, reasonOf } from './log.ts';

/** A scenario with what only the server may know of it. */
export interface ShelvedScenario {
  readonly scenario: Scenario;
  /** Confidential instructions of the parties: only the devices at a chair are sent theirs. */
  readonly briefs?: RoleBriefs;
}

export interface ScenarioShelf {
  /** Read when the first room needs it, and kept. */
  find(id: string): Promise<ShelvedScenario | undefined>;
}

const shelvedSchema = z.object({ scenario: z.unknown(), briefs: z.unknown().optional() });

/** `folder` holds one JSON for each scenario, as the build of the server writes them. */
export function createScenarioShelf(folder: string, log: Log): ScenarioShelf {
  const shelf = new Map<string, Promise<ShelvedScenario | undefined>>();
  return {
    find(id) {
      if (!/^[a-z0-9-]{1,60}$/.test(id)) return Promise.resolve(undefined);
      const known = shelf.get(id);
      if (known) return known;
      const reading = readShelved(path.join(folder, `${id}.json`)).catch((error: unknown) => {
        log.error('scenario-not-read', { reason: reasonOf(error) });
        return undefined;
      });
      // What is not there may come: only what is there is kept.
      shelf.set(id, reading);
      reading.then((shelved) => shelved ?? shelf.delete(id));
      return reading;
    },
  };
}

async function readShelved(file: string): Promise<ShelvedScenario | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const { scenario: bundle, briefs: confidential } = shelvedSchema.parse(JSON.parse(text));
  const scenario = parseBundle(bundle);
  if (!scenario.ok) throw new Error(scenario.problems[0]?.message);
  if (confidential === undefined) return { scenario: scenario.value };
  const briefs = parseRoleBriefs(confidential);
  if (!briefs) throw new Error('the confidential instructions are none');
  return { scenario: scenario.value, briefs };
}
