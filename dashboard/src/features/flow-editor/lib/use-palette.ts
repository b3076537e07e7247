import { useMemo } from 'react';
import { PALETTE_GROUPS, type PaletteGroup, type PaletteItem } from './palette';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { useFlowWords } from './use-words';

export function usePalette(withTriggers: boolean): PaletteItem[] {
  const words = useFlowWords();
  return useMemo(
    () =>
      (Object.entries(PALETTE_GROUPS) as [PaletteGroup, readonly string[]][]).flatMap(([group, kinds]) =>
        group === 'triggers' && !withTriggers
          ? []
          : kinds
              .filter((kind) => NODE_KINDS.has(kind))
              .map((kind) => ({
                kind,
                group,
                name: words.kind(kind),
                about: words.about(kind),
                synonyms: words.synonyms(kind),
              })),
      ),
    [words, withTriggers],
  );
}
