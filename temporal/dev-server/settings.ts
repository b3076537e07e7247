import { join } from 'node:path';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';

/**
 * Arguments of the CLI's development server. Without the poll rates, the eager activities and the WAL pragmas it is
 * four times slower: its one history shard polls 20 times a second, and every write waits for the disk.
 */
export function devServerArguments(options: {
  dataDir: string;
  /** Several, separated by commas, for tests. */
  namespace: string;
  port: number;
  uiPort: number;
  /** More of the server's dynamic configuration, as `key=JSON`. */
  extraConfig: string[];
}): string[] {
  const dynamicConfig = {
    'history.transferProcessorMaxPollRPS': 5_000,
    'history.timerProcessorMaxPollRPS': 5_000,
    // One host has no clocks to reconcile: timers fire when they are due, not up to a second later.
    'history.timerProcessorMaxTimeShift': '50ms',
    'history.visibilityProcessorMaxPollRPS': 5_000,
    'history.outboundProcessorMaxPollRPS': 5_000,
    'system.enableActivityEagerExecution': true,
    'matching.useNewMatcher': true,
    'matching.enableFairness': true,
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
  };
  return [
    'server',
    'start-dev',
    ...['--db-filename', join(options.dataDir, 'temporal.db')],
    ...options.namespace.split(',').flatMap((name) => ['--namespace', name]),
    ...['--ip', '127.0.0.1'],
    ...['--port', String(options.port)],
    ...['--ui-port', String(options.uiPort)],
    ...['--log-level', 'error', '--log-format', 'json'],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
    ...SEARCH_ATTRIBUTES.flatMap(({ name, type }) => ['--search-attribute', `${name}=${CLI_TYPES[type]}`]),
    ...[
      ...Object.entries(dynamicConfig).map(([key, value]) => `${key}=${JSON.stringify(value)}`),
      ...options.extraConfig,
    ].flatMap((setting) => ['--dynamic-config-value', setting]),
  ];
}

const CLI_TYPES: Record<string, string> = { KEYWORD: 'Keyword', DATETIME: 'Datetime' };

/** Go's garbage collector: fewer passes for more memory, up to a bound. */
export const DEV_SERVER_ENVIRONMENT = { GOGC: '400', GOMEMLIMIT: '640MiB' };
