import { Combobox } from '@base-ui/react/combobox';
import { Check, X } from 'lucide-react';
import { cx } from '../lib/cx';
import type { FieldControl } from './field';
import { controlClass } from './input';

export interface SearchOption {
  value: string;
  label: string;
  detail?: string | undefined;
}

interface SearchSelectProps {
  control: FieldControl;
  value: SearchOption | null;
  /** What was found for the words that `onSearch` told. */
  options: SearchOption[];
  onSearch: (words: string) => void;
  onChange: (option: SearchOption | null) => void;
  placeholder: string;
  /** Name of the button that chooses nothing. */
  clear: string;
  /** Said where nothing was found. */
  empty: string;
}

/** One of more than a list can hold: found by typing, elsewhere. */
export function SearchSelect(props: SearchSelectProps) {
  const { control, value, options, onSearch, onChange, placeholder, clear, empty } = props;
  return (
    <Combobox.Root
      items={options}
      value={value}
      // They were found by somebody else, who may know more names than the label.
      filter={null}
      isItemEqualToValue={(one: SearchOption, other: SearchOption) => one.value === other.value}
      onValueChange={onChange}
      onInputValueChange={(words, { reason }) => onSearch(reason === 'input-change' ? words : '')}
    >
      <span className="relative flex min-w-0">
        <Combobox.Input
          {...control}
          placeholder={placeholder}
          maxLength={200}
          className={cx(controlClass, 'h-9 pr-9 pl-3 pointer-coarse:h-11')}
        />
        <Combobox.Clear
          aria-label={clear}
          className="ring-focus absolute top-0 right-0 grid size-9 place-items-center rounded-control text-muted hover:text-text pointer-coarse:size-11"
        >
          <X aria-hidden className="size-4" />
        </Combobox.Clear>
      </span>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={6} className="z-50 outline-none">
          <Combobox.Popup
            data-layer
            className="max-h-[min(20rem,var(--available-height))] w-[var(--anchor-width)] min-w-56 overflow-y-auto rounded-card border border-divider bg-overlay p-1 shadow-pop"
          >
            <Combobox.Empty className="px-2.5 py-2 text-sm text-muted empty:hidden">{empty}</Combobox.Empty>
            <Combobox.List>
              {(option: SearchOption) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1 text-text-2 outline-none select-none data-highlighted:bg-raised data-highlighted:text-text pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.detail !== undefined && (
                    <span className="shrink-0 text-sm text-muted">{option.detail}</span>
                  )}
                  <Combobox.ItemIndicator>
                    <Check aria-hidden className="size-4 text-primary-text" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
