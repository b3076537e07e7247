import { useEffect } from 'react';
import type { CheckContext } from '../../../../../domain/flow/checks/context';
import type { Store } from '../../../lib/store';
import type { ReferenceType } from '../../../../../domain/flow/define-node';
import { useReferences } from './references';

/** Tells the checks what the company has, as far as this person may see it. */
export function useCheckContext(store: Store<CheckContext>, flowId: string): void {
  const { options } = useReferences();
  const known = Object.entries(options) as [ReferenceType, { id: string }[]][];
  const spelled = JSON.stringify(known.map(([type, list]) => [type, list.map(({ id }) => id)]));
  useEffect(() => {
    const lists = JSON.parse(spelled) as [ReferenceType, string[]][];
    const references: NonNullable<CheckContext['references']> = {};
    for (const [type, ids] of lists) references[type] = new Set(ids);
    const channels = new Map(
      (lists.find(([type]) => type === 'channel')?.[1] ?? []).map((id) => [id, 'qr' as const]),
    );
    store.set({ flowId, references, channels });
  }, [store, flowId, spelled]);
}
