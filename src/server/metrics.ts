import { monitorEventLoopDelay } from 'node:perf_hooks';

const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

type Counter = 'messages' | 'refused' | 'events' | 'views' | 'bytes' | 'failures';

/** What is counted of the server, for a monitoring system. Nothing of it tells about a person. */
export interface Metrics {
  add(counter: Counter, count?: number): void;
  /** A commit that took so many seconds. */
  commit(seconds: number): void;
  /** Prometheus text format, with what is true now. */
  text(now: { readonly rooms: number; readonly connections: number }): string;
  close(): void;
}

const HELP: Readonly<Record<Counter, string>> = {
  messages: 'Messages taken from devices',
  refused: 'Messages that were refused',
  events: 'Events written to the log of a room',
  views: 'Views sent to devices',
  bytes: 'Bytes sent to devices',
  failures: 'Commits that failed',
};

export function createMetrics(): Metrics {
  const counts: Record<Counter, number> = {
    messages: 0,
    refused: 0,
    events: 0,
    views: 0,
    bytes: 0,
    failures: 0,
  };
  const buckets = BUCKETS_S.map(() => 0);
  let commits = 0;
  let commitSeconds = 0;
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  return {
    add(counter, count = 1) {
      counts[counter] += count;
    },
    commit(seconds) {
      commits += 1;
      commitSeconds += seconds;
      for (const [index, limit] of BUCKETS_S.entries())
        if (seconds <= limit) buckets[index] = (buckets[index] ?? 0) + 1;
    },
    text({ rooms, connections }) {
      const memory = process.memoryUsage();
      const gauge = (name: string, help: string, value: number) =>
        `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}`;
      const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
      const lines = [
        gauge('lg_rooms', 'Rooms that are open in this process', rooms),
        gauge('lg_connections', 'Devices that are connected to this process', connections),
        ...Object.entries(HELP).map(
          ([name, help]) =>
            `# HELP lg_${name}_total ${help}\n# TYPE lg_${name}_total counter\nlg_${name}_total ${counts[name as Counter]}`,
        ),
        '# HELP lg_commit_seconds Time from the first event of a batch to its commit',
        '# TYPE lg_commit_seconds histogram',
        ...BUCKETS_S.map((limit, index) => `lg_commit_seconds_bucket{le="${limit}"} ${buckets[index]}`),
        `lg_commit_seconds_bucket{le="+Inf"} ${commits}`,
        `lg_commit_seconds_sum ${commitSeconds}`,
        `lg_commit_seconds_count ${commits}`,
        gauge('lg_event_loop_lag_p50_seconds', 'Delay of the event loop', seconds(lag.percentile(50))),
        gauge('lg_event_loop_lag_p99_seconds', 'Delay of the event loop', seconds(lag.percentile(99))),
        gauge('lg_memory_rss_bytes', 'Memory of the process', memory.rss),
        gauge(
          'lg_memory_heap_bytes',
          'Memory of its objects, without those of the thread of the store',
          memory.heapUsed,
        ),
        gauge(
          'lg_cpu_seconds',
          'Processor time of the process',
          process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
        ),
      ];
      lag.reset();
      return `${lines.join('\n')}\n`;
    },
    close: () => lag.disable(),
  };
}
