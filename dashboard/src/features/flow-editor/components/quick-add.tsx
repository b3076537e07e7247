import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { useStore } from '../../../lib/use-store';
import { useEditorParts, useViewPiece } from '../lib/editor-context';
import { type PaletteItem, searchPalette } from '../lib/palette';
import { recentKindsStore } from '../lib/recent-kinds';
import { useActions } from '../lib/use-actions';
import { usePalette } from '../lib/use-palette';
import { type ViewState, changeView } from '../lib/view-state';
import { KindIcon } from './kind-icon';

const WIDTH = 320;
const HEIGHT = 380;

/** A small palette where the work is: type, choose with the arrows, Enter puts it in. */
export function QuickAdd() {
  const adding = useViewPiece((state) => state.adding);
  return adding ? <OpenQuickAdd key={`${adding.x} ${adding.y}`} adding={adding} /> : null;
}

function OpenQuickAdd({ adding: { place, x, y } }: { adding: NonNullable<ViewState['adding']> }) {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const { add } = useActions();
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [origin] = useState(() => document.activeElement);
  const recent = useStore(recentKindsStore);
  // Nothing leads to a trigger.
  const continues =
    place.at === 'edge' || place.at === 'after' || (place.at === 'spot' && place.exit !== undefined);
  const all = usePalette(!continues);
  const found = searchPalette(byRecent(all, recent), query);
  const current = Math.min(chosen, found.length - 1);

  const close = (back: boolean) => {
    changeView(view, { adding: undefined });
    if (back && origin instanceof HTMLElement) origin.focus();
  };
  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    close(true);
    add(item.kind, place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((current + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') choose(found[current]);
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !popup.current?.contains(event.target)) {
        changeView(view, { adding: undefined });
      }
    };
    window.addEventListener('pointerdown', outside, true);
    return () => window.removeEventListener('pointerdown', outside, true);
  }, [view]);
  useEffect(() => {
    popup.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, query]);

  return (
    <div
      ref={popup}
      role="dialog"
      aria-label={t('palette.add')}
      data-layer
      className="fixed z-50 flex flex-col rounded-card border border-divider bg-overlay shadow-pop"
      style={{
        width: WIDTH,
        maxHeight: HEIGHT,
        left: Math.max(8, Math.min(x, window.innerWidth - WIDTH - 8)),
        top: Math.max(8, Math.min(y, window.innerHeight - HEIGHT - 8)),
      }}
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found[current] ? `${id}-${found[current].kind}` : undefined}
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="m-2 h-9 shrink-0 rounded-control border border-control bg-surface px-3 text-md outline-none focus-visible:border-focus sm:text-base"
      />
      <Found {...{ id, found, current, choose }} onPoint={setChosen} />
    </div>
  );
}

interface FoundProps {
  id: string;
  found: PaletteItem[];
  current: number;
  choose: (item: PaletteItem) => void;
  onPoint: (index: number) => void;
}

function Found({ id, found, current, choose, onPoint }: FoundProps) {
  const { t } = useTranslation('flow-editor');
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label={t('palette.label')}
      className="min-h-0 flex-1 overflow-y-auto px-1 pb-1"
    >
      {found.map((item, index) => (
        <li
          key={item.kind}
          id={`${id}-${item.kind}`}
          role="option"
          aria-selected={index === current}
          onPointerMove={() => onPoint(index)}
          onClick={() => choose(item)}
          className={cx(
            'flex cursor-pointer items-center gap-2.5 rounded-control px-2 py-1.5',
            index === current && 'bg-raised',
          )}
        >
          <KindIcon kind={item.kind} />
          <span className="min-w-0 flex-1">
            <span className="block truncate">{item.name}</span>
            <span className="block truncate text-xs text-muted">{item.about}</span>
          </span>
        </li>
      ))}
      {found.length === 0 && <li className="px-3 py-2 text-muted">{t('palette.nothing')}</li>}
    </ul>
  );
}

function byRecent(items: PaletteItem[], recent: readonly string[]): PaletteItem[] {
  const rank = ({ kind }: PaletteItem) => (recent.includes(kind) ? recent.indexOf(kind) : recent.length);
  return items.toSorted((a, b) => rank(a) - rank(b));
}
