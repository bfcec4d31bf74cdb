import path from 'node:path';

/**
 * All that can be set from outside, by environment variables. Whatever is missing or empty has the value in brackets.
 *
 * - `LG_DATA` folder of the class rooms [`data` in the folder of the project]; used when there is no `DATABASE_URL`
 * - `DATABASE_URL` PostgreSQL that keeps the rooms instead [none]
 * - `REDIS_URL` Redis by which several processes know of each other [none: one process]
 * - `LG_PUBLIC_ADDRESS` host, port and path at which browsers reach this process, such as `game.school.org/p1`; only
 *   for several processes [none]
 * - `LG_PUBLIC_URL` address shown to teachers instead of those of this machine, such as `https://game.school.org` [none]
 * - `LG_ORIGINS` more origins that may ask, with commas between them [none: only the game's own]
 * - `LG_TRUST_PROXY` `1` when a proxy in front writes `X-Forwarded-For`; anything else: the peer is the client [0]
 * - `LG_ROOM_HOURS` hours after which a room is deleted with all that is kept of it, 1 to 8760 [24]
 * - `LG_ROOMS_PER_HOUR` rooms that one address may open in an hour; 0: any number [60]
 * - `LG_FAILED_JOINS_PER_MINUTE` wrong room codes from one address in a minute before it has to wait, 1 to 10000 [30]
 * - `LG_MESSAGES_PER_SECOND` messages of one connection in the long run, 1 to 10000; six times as many at once [20]
 * - `LG_LOG` `quiet` writes errors only [info]
 */
export interface ServerConfig {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly publicAddress?: string;
  readonly publicUrl?: string;
  readonly origins: readonly string[];
  readonly isProxyTrusted: boolean;
  readonly roomHours: number;
  readonly roomsPerHour: number;
  readonly failedJoinsPerMinute: number;
  readonly messagesPerSecond: number;
  readonly isLogQuiet: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws with a sentence for whoever started the server when a value makes no sense. */
export function parseServerConfig(environment: Environment, projectFolder: string): ServerConfig {
  const text = (name: string) => environment[name]?.trim() || undefined;
  const count = (name: string, usual: number, least: number, most: number): number => {
    const value = Number(text(name) ?? usual);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Error(`${name} is "${text(name)}", but needs a whole number from ${least} to ${most}.`);
  };
  const databaseUrl = text('DATABASE_URL');
  const redisUrl = text('REDIS_URL');
  const publicAddress = text('LG_PUBLIC_ADDRESS');
  const publicUrl = text('LG_PUBLIC_URL');
  return {
    dataFolder: path.resolve(text('LG_DATA') ?? path.join(projectFolder, 'data')),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(redisUrl ? { redisUrl } : {}),
    ...(publicAddress ? { publicAddress } : {}),
    ...(publicUrl ? { publicUrl: publicUrl.replace(/\/+$/, '') } : {}),
    origins: (text('LG_ORIGINS') ?? '').split(/[\s,]+/).filter((origin) => origin !== ''),
    isProxyTrusted: text('LG_TRUST_PROXY') === '1',
    roomHours: count('LG_ROOM_HOURS', 24, 1, 8760),
    roomsPerHour: count('LG_ROOMS_PER_HOUR', 60, 0, 1_000_000),
    failedJoinsPerMinute: count('LG_FAILED_JOINS_PER_MINUTE', 30, 1, 10_000),
    messagesPerSecond: count('LG_MESSAGES_PER_SECOND', 20, 1, 10_000),
    isLogQuiet: text('LG_LOG') === 'quiet',
  };
}
