import { Search } from 'lucide-react';
import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/input';
import { useStore } from '../../../lib/use-store';
import { useEditorParts } from '../lib/editor-context';
import { GRID, HEAD_HEIGHT, NODE_WIDTH } from '../lib/node-geometry';
import { PALETTE_GROUPS, type PaletteGroup, type PaletteItem, searchPalette } from '../lib/palette';
import { recentKindsStore } from '../lib/recent-kinds';
import { useActions } from '../lib/use-actions';
import { usePalette } from '../lib/use-palette';
import { KindIcon } from './kind-icon';

/** Pixels a press may wander before it is a drag. */
const SLACK = 6;

/** All blocks by what they are for. A press puts one after the selected block, a drag where it is dropped. */
export function Palette() {
  const { t } = useTranslation('flow-editor');
  const [query, setQuery] = useState('');
  const items = usePalette(true);
  const recent = useStore(recentKindsStore);
  const found = searchPalette(items, query);
  const used = recent.flatMap((kind) => items.filter((item) => item.kind === kind));
  return (
    <aside
      aria-label={t('palette.label')}
      className="flex w-58 shrink-0 flex-col border-r border-divider bg-surface max-lg:hidden"
    >
      <div className="relative p-3">
        <Search aria-hidden className="pointer-events-none absolute top-5.5 left-6 size-4 text-muted" />
        <Input
          type="search"
          aria-label={t('palette.search')}
          placeholder={t('palette.searchKey')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="pl-9"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {query.trim() === '' ? (
          <>
            {used.length > 0 && <Group title={t('palette.recent')} items={used} />}
            {(Object.keys(PALETTE_GROUPS) as PaletteGroup[]).map((group) => (
              <Group
                key={group}
                title={t(`group.${group}`)}
                items={items.filter((item) => item.group === group)}
              />
            ))}
          </>
        ) : (
          <Group title={t('palette.found', { count: found.length })} items={found} />
        )}
      </div>
    </aside>
  );
}

function Group({ title, items }: { title: string; items: PaletteItem[] }) {
  return (
    <section className="mt-2">
      <h2 className="px-2 pb-1 text-xs font-medium text-muted">{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.kind}>
            <Entry item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ item }: { item: PaletteItem }) {
  const { editor } = useEditorParts();
  const { add } = useActions();
  const flow = useReactFlow();
  const dropped = useRef(false);
  const [drag, setDrag] = useState<{ startX: number; startY: number; x: number; y: number; far: boolean }>();

  const onMove = (event: PointerEvent) => {
    if (!drag) return;
    const far = drag.far || Math.hypot(event.clientX - drag.startX, event.clientY - drag.startY) > SLACK;
    setDrag({ ...drag, x: event.clientX, y: event.clientY, far });
  };
  const onUp = (event: PointerEvent) => {
    setDrag(undefined);
    if (drag?.far !== true) return;
    dropped.current = true;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    if (!under?.closest('.react-flow')) return;
    const wire = under.closest('.react-flow__edge')?.getAttribute('data-id');
    if (typeof wire === 'string') {
      add(item.kind, { at: 'edge', edgeId: wire });
      return;
    }
    const spot = flow.screenToFlowPosition({ x: event.clientX - GRID, y: event.clientY - HEAD_HEIGHT / 2 });
    add(item.kind, { at: 'spot', ...spot });
  };
  return (
    <>
      <button
        type="button"
        title={item.about}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          dropped.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
          const { clientX: x, clientY: y } = event;
          setDrag({ startX: x, startY: y, x, y, far: false });
        }}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => setDrag(undefined)}
        onClick={(event) => {
          // The browser also says "click" at the end of a drag.
          if (dropped.current && event.detail > 0) return;
          const [only] = editor.get().selected.size === 1 ? editor.get().selected : [];
          const isBlock = editor.document().nodes.some(({ id }) => id === only);
          add(item.kind, only !== undefined && isBlock ? { at: 'after', nodeId: only } : { at: 'anywhere' });
        }}
        className="ring-focus-inset flex min-h-9 w-full touch-none items-center gap-2.5 rounded-control px-2 text-left text-text-2 hover:bg-raised hover:text-text"
      >
        <KindIcon kind={item.kind} />
        <span className="min-w-0 flex-1 truncate">{item.name}</span>
      </button>
      {drag?.far === true &&
        createPortal(
          <div
            aria-hidden
            className="pointer-events-none fixed z-80 flex h-11 items-center gap-2 rounded-card border border-primary-text bg-surface px-3 opacity-90 shadow-pop"
            style={{ left: drag.x - GRID, top: drag.y - HEAD_HEIGHT / 2, width: NODE_WIDTH }}
          >
            <KindIcon kind={item.kind} />
            <span className="truncate font-semibold">{item.name}</span>
          </div>,
          document.body,
        )}
    </>
  );
}
