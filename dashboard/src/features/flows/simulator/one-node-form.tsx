import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useKindName } from '../components/use-kind-name';
import { NodeTrial } from './node-trial';
import type { Tries } from './use-simulator';

interface OneNodeFormProps {
  document: FlowDocument;
  flowId: string;
  tries: Tries;
}

/** One node alone, chosen from all of the drawing. */
export function OneNodeForm({ document, flowId, tries }: OneNodeFormProps) {
  const { t } = useTranslation('flows');
  const kindName = useKindName();
  const nodes = document.nodes.filter(({ kind }) => NODE_KINDS.get(kind)?.family !== 'trigger');
  const [chosen, choose] = useState<string>();
  const node = nodes.find(({ id }) => id === chosen) ?? nodes[0];
  if (node === undefined) return <p className="text-text-2">{t('one.none')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('one.node')}>
        {(control) => (
          <Select {...control} value={node.id} onChange={({ target }) => choose(target.value)}>
            {nodes.map(({ id, title, kind }) => (
              <option key={id} value={id}>
                {title || kindName(kind)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <NodeTrial key={node.id} document={document} flowId={flowId} node={node} tries={tries} />
    </div>
  );
}
