import { useCallback } from 'react';
import { showToast } from './toast';
import { useErrorWords } from './use-error-words';

/** For what was tried and failed, and left everything as it was. */
export function useErrorToast(): (error: unknown) => void {
  const words = useErrorWords();
  return useCallback(
    (error) => {
      const { title, detail } = words(error);
      showToast({ tone: 'danger', title, description: detail });
    },
    [words],
  );
}
