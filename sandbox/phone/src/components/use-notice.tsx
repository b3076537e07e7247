import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';

const Notices = createContext<(text: string) => void>(() => undefined);

const SHOWN_MS = 6_000;

/** Says something in passing. */
export function useNotice(): (text: string) => void {
  return use(Notices);
}

export function NoticeProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const [turn, setTurn] = useState(0);
  const say = useCallback((next: string) => {
    setText(next);
    setTurn((before) => before + 1);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setText(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return (
    <Notices value={say}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex justify-center px-4"
      >
        {text !== '' && (
          <p className="rounded-card border border-divider bg-overlay px-4 py-2 text-text">{text}</p>
        )}
      </div>
    </Notices>
  );
}
