import { useState } from 'react';

/**
 * The text under edit beside the stored one. Unchanged it follows the stored one; changed it stays, and tells when
 * somebody else has saved meanwhile.
 */
export function useKnowledgeText(stored: string) {
  const [base, setBase] = useState(stored);
  const [text, setText] = useState(stored);
  if (stored !== base && (text === base || text === stored)) {
    setBase(stored);
    setText(stored);
  }
  return {
    text,
    setText,
    dirty: text !== base,
    /** The stored text is no longer the one that was changed here. */
    overtaken: stored !== base,
    takeStored: () => {
      setBase(stored);
      setText(stored);
    },
    saved: (now: string) => setBase(now),
  };
}
