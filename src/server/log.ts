type Fields = Readonly<Record<string, string | number | boolean>>;

/** Structured lines for whoever runs the server: no names, no words of pupils, no tokens, no addresses. */
export interface Log {
  info(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

const PERIOD_MS = 60_000;
const LINES_PER_PERIOD = 10;

/** JSON lines. Whatever somebody could provoke again and again is written ten times a minute, and then counted. */
export function createLog(write: (line: string) => void, isQuiet = false, now: () => number = Date.now): Log {
  const seen = new Map<string, { since: number; count: number }>();
  const line = (level: 'info' | 'error', event: string, fields: Fields = {}) => {
    const at = now();
    const known = seen.get(event);
    if (!known || at - known.since >= PERIOD_MS) {
      const missed = known ? Math.max(0, known.count - LINES_PER_PERIOD) : 0;
      seen.set(event, { since: at, count: 1 });
      write(
        JSON.stringify({
          at: new Date(at).toISOString(),
          level,
          event,
          ...fields,
          ...(missed > 0 ? { missed } : {}),
        }),
      );
      return;
    }
    known.count += 1;
    if (known.count <= LINES_PER_PERIOD)
      write(JSON.stringify({ at: new Date(at).toISOString(), level, event, ...fields }));
  };
  return {
    info: (event, fields) => {
      if (!isQuiet) line('info', event, fields);
    },
    error: (event, fields) => line('error', event, fields),
  };
}

/** What an unexpected error may say in the log: its first line, without what could be a query or a token. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (text.split('\n')[0] ?? '')
    .replace(/\?\S*/g, '')
    .replace(/[\w-]{20,}/g, '…')
    .slice(0, 200);
}
