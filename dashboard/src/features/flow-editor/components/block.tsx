import { Handle, type NodeProps, Position, useStore } from '@xyflow/react';
import { CircleAlert, EyeOff, Info, Plus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import type { Finding } from '../../../../../domain/flow/finding';
import { cx } from '../../../lib/cx';
import { isFarAway } from '../lib/canvas-view';
import type { BlockData, BlockElement } from '../lib/canvas-elements';
import { useEditorParts } from '../lib/editor-context';
import { GAP, GRID, INPUT_HANDLE, NODE_WIDTH, hasRows, portY } from '../lib/node-geometry';
import { LOOK_CLASS, lookOf } from '../lib/node-look';
import { useFlowWords } from '../lib/use-words';
import { changeView } from '../lib/view-state';
import { KindIcon } from './kind-icon';
import { StatusBadge } from './status-badge';

/** A box of the drawing: what it is, what it does in a line, and its ways out by name. */
export const Block = memo(function Block({ data, selected }: Look) {
  const words = useFlowWords();
  const isFar = useStore(isFarAway);
  const { node, ports, findings, status } = data;
  const definition = NODE_KINDS.get(node.kind);
  const { look } = lookOf(node.kind);
  const summary = definition?.summary(node.settings, words.locale) ?? '';
  return (
    <div
      className={cx(
        'relative h-full rounded-card border bg-surface',
        selected ? 'border-primary-text ring-2 ring-primary-text/40' : 'border-divider',
        look === 'people' && 'outline outline-offset-1 outline-accent-text/30',
        node.disabled === true && 'border-dashed opacity-60',
      )}
    >
      <span
        aria-hidden
        className={cx('absolute inset-x-0 top-0 h-1 rounded-t-card', LOOK_CLASS[look].band)}
      />
      {definition?.family !== 'trigger' && (
        <Handle
          id={INPUT_HANDLE}
          type="target"
          position={Position.Left}
          className="flow-handle"
          style={{ top: portY([], 0) }}
        />
      )}
      <div className="flex h-11 items-center gap-2 px-3 pt-1">
        <KindIcon kind={node.kind} />
        <span className="min-w-0 flex-1 truncate text-base font-semibold">{words.title(node)}</span>
        {node.disabled === true && <EyeOff aria-hidden className="size-3.5 text-muted" />}
        <FindingsBadge findings={findings} />
      </div>
      {!isFar && (
        <p className="line-clamp-2 h-9 px-3 text-sm leading-[18px] break-words text-muted">
          {summary !== ''
            ? summary
            : node.title.trim() === ''
              ? words.about(node.kind)
              : words.kind(node.kind)}
        </p>
      )}
      {ports.map((port, index) => (
        <Exit key={port.handle} data={data} index={index} isFar={isFar} />
      ))}
      {status !== undefined && (
        <span className="absolute -top-3 right-2">
          <StatusBadge status={status} />
        </span>
      )}
    </div>
  );
}, looksTheSame);

type Look = Pick<NodeProps<BlockElement>, 'data' | 'selected'>;

/** React Flow hands over its place too, with every move of a drag; what is in it does not change by that. */
function looksTheSame(before: Look, after: Look): boolean {
  return before.data === after.data && before.selected === after.selected;
}

/** A way out: its name, its handle, and a "+" while it leads nowhere. */
function Exit({ data, index, isFar }: { data: BlockData; index: number; isFar: boolean }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { view, readOnly } = useEditorParts();
  const { node, ports, wired } = data;
  const port = ports[index];
  if (!port) return null;
  const rows = hasRows(ports);
  const top = portY(ports, index);
  const isError = port.handle === 'error';
  const addHere = (button: HTMLElement) => {
    const { right, top: y } = button.getBoundingClientRect();
    const place = {
      at: 'spot' as const,
      x: node.position.x + NODE_WIDTH + GAP,
      y: node.position.y + (rows ? index * 3 * GRID : 0),
      exit: { from: node.id, handle: port.handle },
    };
    changeView(view, { adding: { place, x: right + 8, y } });
  };
  return (
    <>
      {rows && !isFar && (
        <span
          className={cx(
            'absolute right-4 left-3 -translate-y-1/2 truncate text-right text-xs',
            isError ? 'text-orange' : 'text-text-2',
          )}
          style={{ top }}
        >
          {words.port(port)}
        </span>
      )}
      <Handle
        id={port.handle}
        type="source"
        position={Position.Right}
        className={cx('flow-handle', isError && 'flow-handle-error')}
        style={{ top }}
      />
      {!wired.has(port.handle) && !readOnly && !isFar && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('canvas.addAfter', { port: words.port(port), title: words.title(node) })}
          className="nodrag nopan absolute -right-9 grid size-6 -translate-y-1/2 place-items-center rounded-full border border-divider bg-surface text-muted hover:border-primary-text hover:text-text [&_svg]:size-3.5"
          style={{ top }}
          onClick={(event) => {
            event.stopPropagation();
            addHere(event.currentTarget);
          }}
        >
          <Plus aria-hidden />
        </button>
      )}
    </>
  );
}

function FindingsBadge({ findings }: { findings: readonly Finding[] }) {
  const worst = findings[0]?.severity;
  if (worst === undefined) return null;
  const [Icon, tone] = {
    error: [CircleAlert, 'text-danger'] as const,
    warning: [TriangleAlert, 'text-warning'] as const,
    hint: [Info, 'text-info'] as const,
  }[worst];
  return (
    <span className={cx('flex items-center gap-1 text-xs', tone)}>
      <Icon aria-hidden className="size-3.5" />
      {findings.length}
    </span>
  );
}
