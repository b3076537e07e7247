import type { JournalEntry } from '../../../journal/journal';
import { Chip, type Tone } from '../components/chip';
import { secondOf } from '../format/time';
import { strings } from '../strings';

const words = strings.backstage;

/** One call in a line; its content below when opened. */
export function JournalRow({ entry }: { entry: JournalEntry }) {
  const { what, status, durationMs } = lineOf(entry);
  return (
    <li className="border-b border-divider last:border-0">
      <details>
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 -outline-offset-2 hover:bg-raised">
          <span className="w-16 text-xs text-muted">{secondOf(entry.at)}</span>
          <span className="w-24 text-[13px] text-text-2">{words.systems[entry.system]}</span>
          <span className="order-last w-full min-w-0 truncate font-mono text-[13px] sm:order-none sm:w-auto sm:flex-1">
            {what}
          </span>
          {entry.faults.length > 0 && <Chip tone="warning">{words.faulty(entry.faults.join(', '))}</Chip>}
          <Chip tone={toneOf(status)}>{status ?? words.unanswered}</Chip>
          <span className="w-16 text-right text-xs text-muted">
            {durationMs === null ? '' : `${durationMs} ms`}
          </span>
        </summary>
        <pre className="scroll-quiet max-h-80 overflow-auto bg-canvas px-4 py-3 font-mono text-xs break-words whitespace-pre-wrap">
          {JSON.stringify(entry.body, null, 2)}
        </pre>
      </details>
    </li>
  );
}

interface Line {
  what: string;
  status: number | null;
  durationMs: number | null;
}

function lineOf(entry: JournalEntry): Line {
  if (entry.system !== 'webhook') {
    return { what: `${entry.method} ${entry.path}`, status: entry.status, durationMs: entry.durationMs };
  }
  const last = entry.attempts.at(-1);
  const times = entry.attempts.length > 1 ? ` ×${entry.attempts.length}` : '';
  return {
    what: `${entry.event}${times} → ${entry.url}`,
    status: last?.status ?? null,
    durationMs: last?.durationMs ?? null,
  };
}

function toneOf(status: number | null): Tone {
  if (status === null) return 'plain';
  if (status < 300) return 'success';
  return status < 500 ? 'warning' : 'danger';
}
