import { MAX_SEED } from '../../core/session/index.ts';

/** What the address asks for. */
export interface UrlParameters {
  readonly language?: string;
  /** Not checked before the scenario is there: see `withTiers`. */
  readonly tier?: string;
  readonly seed?: number;
  readonly isStageOff: boolean;
  readonly run?: string;
  readonly scenario?: string;
  /** Code of a live room. */
  readonly room?: string;
  /** A practice table to open. Ids are not checked before the scenario is there. */
  readonly practice?: {
    readonly track?: string;
    readonly phase?: string;
    readonly deal?: string;
    readonly hasOwnSuit?: boolean;
  };
  /** Parameters with values that could not be used, as `name=value`. */
  readonly ignored: readonly string[];
}

export interface KnownValues {
  readonly languages: readonly string[];
  readonly scenarios: readonly string[];
}

/** Parameters that ask for a practice table. */
export const PRACTICE_PARAMETERS = ['table', 'phase', 'deal', 'suit'] as const;

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
  const track = read('table', isId);
  const phase = read('phase', isId);
  const deal = read('deal', () => true);
  const suit = read('suit', (value) => value === 'yes' || value === 'no');
  const isPractice = track !== undefined || phase !== undefined || deal !== undefined;
  if (suit !== undefined && !isPractice) ignored.push(ignoredText('suit', suit));
  const room = read('room', (value) => /^[A-Za-z0-9]{6}$/.test(value));
  return {
    ...(language === undefined ? {} : { language }),
    ...(tier === undefined ? {} : { tier }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    isStageOff: stage === 'off',
    ...(run === undefined ? {} : { run }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(room === undefined ? {} : { room: room.toUpperCase() }),
    ...(isPractice
      ? {
          practice: {
            ...(track === undefined ? {} : { track }),
            ...(phase === undefined ? {} : { phase }),
            ...(deal === undefined ? {} : { deal }),
            ...(suit === undefined ? {} : { hasOwnSuit: suit === 'yes' }),
          },
        }
      : {}),
    ignored,
  };
}

/** The token in the link with which a teacher hands a room over to another device: `#host=…`. */
export function handedOver(hash: string): string | undefined {
  return /^#host=([\w-]{16,100})$/.exec(hash)?.[1];
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

function isId(value: string): boolean {
  return /^[\w.-]{1,40}$/.test(value);
}

function isSeed(value: string): boolean {
  return /^\d{1,10}$/.test(value) && Number(value) <= MAX_SEED;
}
