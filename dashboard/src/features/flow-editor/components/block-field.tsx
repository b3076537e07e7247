import { useTranslation } from 'react-i18next';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useDocument, useEditorParts } from '../lib/editor-context';
import { useFlowWords } from '../lib/use-words';

interface BlockFieldProps {
  nodeId: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (id: string | undefined) => void;
}

/** Another block of this drawing, to go on at. */
export function BlockField({ nodeId, label, hint, error, value, onChange }: BlockFieldProps) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { readOnly } = useEditorParts();
  const targets = useDocument().nodes.filter(
    ({ id, kind }) => id !== nodeId && NODE_KINDS.get(kind)?.family !== 'trigger',
  );
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          disabled={readOnly}
          value={value}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{t('choose')}</option>
          {targets.map((node) => (
            <option key={node.id} value={node.id}>
              {words.title(node)} ({node.id})
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
