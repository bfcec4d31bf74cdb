import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseServerConfig } from '../../src/server/index.ts';

describe('what can be set from outside', () => {
  test('has values that suit a teacher with a laptop', () => {
    expect(parseServerConfig({}, '/game')).toEqual({
      dataFolder: path.resolve('/game/data'),
      origins: [],
      isProxyTrusted: false,
      roomHours: 24,
      roomsPerHour: 60,
      failedJoinsPerMinute: 30,
      messagesPerSecond: 20,
      isLogQuiet: false,
    });
  });

  test('is taken, and what is empty is not', () => {
    const config = parseServerConfig(
      {
        LG_DATA: '/rooms',
        DATABASE_URL: ' ',
        REDIS_URL: 'redis://host',
        LG_ORIGINS: 'https://a.example, https://b.example',
        LG_PUBLIC_URL: 'https://game.example/',
        LG_ROOM_HOURS: '2',
        LG_TRUST_PROXY: '1',
      },
      '/game',
    );
    expect(config).toMatchObject({
      dataFolder: path.resolve('/rooms'),
      redisUrl: 'redis://host',
      origins: ['https://a.example', 'https://b.example'],
      publicUrl: 'https://game.example',
      roomHours: 2,
      isProxyTrusted: true,
    });
    expect(config.databaseUrl).toBeUndefined();
  });

  test.each(['0', '-1', 'many', '1.5', '9999'])('says what is wrong with LG_ROOM_HOURS=%s', (value) => {
    expect(() => parseServerConfig({ LG_ROOM_HOURS: value }, '/game')).toThrow(/LG_ROOM_HOURS.*1 to 8760/);
  });
});
