import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useDocument, useEditorParts } from '../lib/editor-context';
import { drawnPorts } from '../lib/node-geometry';
import { useActions } from '../lib/use-actions';
import { useFlowWords } from '../lib/use-words';

/** Where each way out leads, to choose from a list: wiring without a pointer. */
export function Exits({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { connect } = useActions();
  const { readOnly } = useEditorParts();
  const document = useDocument();
  const ports = drawnPorts(node, document.edges);
  const targets = document.nodes.filter(
    ({ id, kind }) => id !== node.id && NODE_KINDS.get(kind)?.family !== 'trigger',
  );
  if (ports.length === 0) return <p className="py-1 text-sm text-muted">{t('exits.none')}</p>;
  return (
    <div className="flex flex-col gap-2 pb-2">
      {ports.map((port) => (
        <Field key={port.handle} label={t('exits.to', { port: words.port(port) })}>
          {(control) => (
            <Select
              {...control}
              disabled={readOnly}
              value={
                document.edges.find(({ from, handle }) => from === node.id && handle === port.handle)?.to ??
                ''
              }
              onChange={(event) =>
                connect(
                  { from: node.id, handle: port.handle },
                  event.target.value === '' ? undefined : event.target.value,
                )
              }
            >
              <option value="">{t('exits.nowhere')}</option>
              {targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {words.title(target)} ({target.id})
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
    </div>
  );
}
