import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field';
import { Textarea } from '../../../components/textarea';
import { useEditorParts } from '../lib/editor-context';

interface JsonFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** An object as JSON. Kept as typed until it can be read; empty takes it away. */
export function JsonField({ label, hint, error, value, onChange }: JsonFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const [typed, setTyped] = useState<string>();
  const [broken, setBroken] = useState(false);
  return (
    <Field label={label} hint={hint} error={broken ? t('json.broken') : error}>
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          readOnly={readOnly}
          spellCheck={false}
          className="font-mono"
          value={typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2))}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            if (text.trim() === '') {
              setBroken(false);
              onChange(undefined);
              return;
            }
            try {
              const parsed: unknown = JSON.parse(text);
              const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
              setBroken(!isObject);
              if (isObject) onChange(parsed);
            } catch {
              setBroken(true);
            }
          }}
          onBlur={() => {
            if (!broken) setTyped(undefined);
            editor.settle();
          }}
        />
      )}
    </Field>
  );
}
