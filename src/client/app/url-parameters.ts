/** What the address asks for. */
export interface UrlParameters {
  readonly language?: string;
  /** Not checked before the scenario is there: see `withTiers`. */
  readonly tier?: string;
  readonly seed?: number;
  readonly isStageOff: boolean;
  readonly run?: string;
  readonly scenario?: string;
  /** Parameters with values that could not be used, as `name=value`. */
  readonly ignored: readonly string[];
}

export interface KnownValues {
  readonly languages: readonly string[];
  readonly scenarios: readonly string[];
}

const MAX_SEED = 2 ** 31 - 1;
const SHOWN_LENGTH = 40;

/** Reads the parameters of `contracts.md`; what is unknown or out of range is named in `ignored`. */
export function parseUrlParameters(search: string, known: KnownValues): UrlParameters {
  const query = new URLSearchParams(search);
  const ignored: string[] = [];
  const read = (name: string, isGood: (value: string) => boolean): string | undefined => {
    const value = query.get(name);
    if (value === null || value === '') return undefined;
    if (isGood(value)) return value;
    ignored.push(ignoredText(name, value));
    return undefined;
  };
  const language = read('lang', (value) => known.languages.includes(value));
  const tier = read('tier', () => true);
  const seed = read('seed', isSeed);
  const stage = read('stage', (value) => value === 'off' || value === 'on');
  const scenario = read('scenario', (value) => known.scenarios.includes(value));
  const run = read('run', (value) => /^[A-Za-z0-9_-]+$/.test(value));
  // Class rooms come with the class server; until then a room in the address cannot be joined.
  read('room', () => false);
  return {
    ...(language === undefined ? {} : { language }),
    ...(tier === undefined ? {} : { tier }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    isStageOff: stage === 'off',
    ...(run === undefined ? {} : { run }),
    ...(scenario === undefined ? {} : { scenario }),
    ignored,
  };
}

/** Which tiers there are is for the scenario to say: one that it does not have is ignored and named. */
export function withTiers(parameters: UrlParameters, tiers: readonly string[]): UrlParameters {
  const { tier, ...rest } = parameters;
  if (tier === undefined || tiers.includes(tier)) return parameters;
  return { ...rest, ignored: [...rest.ignored, ignoredText('tier', tier)] };
}

function ignoredText(name: string, value: string): string {
  return `${name}=${value.slice(0, SHOWN_LENGTH)}`;
}

function isSeed(value: string): boolean {
  return /^\d{1,10}$/.test(value) && Number(value) <= MAX_SEED;
}
