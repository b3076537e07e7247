import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/input';
import { useShortcuts } from '../../../lib/shortcuts/use-shortcuts';

const PAUSE_MS = 250;

/** Finds by name, number and words; what is looked for is in the address. */
export function ListSearch() {
  const { t } = useTranslation('conversation');
  const { q = '' } = useSearch({ from: '/shell/conversas' });
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(q);
  const [shownQ, setShownQ] = useState(q);
  if (q !== shownQ) {
    // The address changed by itself: back, forward, a link.
    setShownQ(q);
    if (q !== words.trim()) setWords(q);
  }
  const find = useEffectEvent((next: string) => {
    if (next === q) return;
    void navigate({
      to: '.',
      replace: true,
      search: (before) => ({ ...before, q: next === '' ? undefined : next }),
    });
  });
  useEffect(() => {
    const timer = setTimeout(() => find(words.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <div role="search" className="relative">
      <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setWords('');
        }}
        className="border-divider pr-9 pl-9 [&::-webkit-search-cancel-button]:hidden"
      />
      {words !== '' && (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => {
            setWords('');
            input.current?.focus();
          }}
          className="ring-focus-inset absolute inset-y-0 right-0 grid w-9 place-items-center rounded-control text-muted hover:text-text"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
