import { Smartphone } from 'lucide-react';
import { ThemeButton } from './components/theme-button';
import { ModeTabs } from './mode-tabs';
import { strings } from './strings';
import type { Mode } from './use-route';

/** The bar over everything; on a phone the tabs move to its foot and the bar makes room. */
export function AppBar({ mode }: { mode: Mode }) {
  return (
    <header className="hidden h-14 shrink-0 items-center gap-6 border-b border-divider bg-surface px-4 md:flex">
      <p className="flex items-center wide:w-[268px] gap-2.5">
        <span
          aria-hidden
          className="grid size-[26px] place-items-center rounded-lg bg-linear-135 from-[#7c3aed] to-[#db2777] text-white"
        >
          <Smartphone className="size-4" />
        </span>
        <span className="text-base font-semibold">{strings.product}</span>
        <span className="hidden truncate text-[13px] text-muted wide:inline">{strings.subtitle}</span>
      </p>
      <nav aria-label={strings.modesLabel} className="flex-1">
        <ModeTabs mode={mode} />
      </nav>
      <ThemeButton />
    </header>
  );
}
