import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';

/** A way out in words: the title of the tenant's own button or branch, or ours. */
export function useHandleName(): (handle: string, node?: FlowNode) => string {
  const { t, i18n } = useTranslation('flows');
  return (handle, node) => {
    if (i18n.exists(`flows:handle.${handle}`)) return t(`handle.${handle}` as 'handle.out');
    return (node && labelOf(handle, node)) ?? handle;
  };
}

function labelOf(handle: string, node: FlowNode): string | undefined {
  const facts = NODE_KINDS.get(node.kind)?.describe(node);
  if (facts === undefined || Array.isArray(facts)) return undefined;
  return facts.ports.find((port) => port.handle === handle)?.label;
}
