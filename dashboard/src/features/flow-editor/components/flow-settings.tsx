import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FlowVariable } from '../../../../../domain/flow/document';
import { FLOW_TYPES } from '../../../../../domain/flow/runtime/value';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { useDocument, useEditorParts } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';

/** Name, description and declared variables of the whole flow. */
export function FlowSettings() {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const { rename } = useActions();
  const { name, description } = useDocument();
  const settle = () => editor.settle();
  return (
    <div data-settings className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
      <Field label={t('flow.name')}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            readOnly={readOnly}
            value={name}
            // A draft without a name cannot be saved.
            onChange={(event) => event.target.value !== '' && rename(event.target.value, description)}
            onBlur={settle}
          />
        )}
      </Field>
      <Field label={t('flow.description')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            readOnly={readOnly}
            value={description ?? ''}
            onChange={(event) => rename(name, event.target.value === '' ? undefined : event.target.value)}
            onBlur={settle}
          />
        )}
      </Field>
      <Variables />
    </div>
  );
}

/** Declared variables: their names and types. */
function Variables() {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const { variables } = useDocument();
  const settle = () => editor.settle();
  const setVariables = (next: FlowVariable[], merge?: string) =>
    editor.perform(
      t('step.variables'),
      { do: 'setVariables', variables: next },
      merge === undefined ? {} : { merge },
    );
  const changeAt = (index: number, change: Partial<FlowVariable>) =>
    setVariables(
      variables.map((each, at) => (at === index ? { ...each, ...change } : each)),
      `variable ${index}`,
    );
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('flow.variables')}</h3>
      <p className="text-sm text-muted">{t('flow.variablesHint')}</p>
      {variables.map((variable, index) => (
        <div key={index} className="flex items-center gap-2">
          <Input
            aria-label={t('flow.variableName', { number: index + 1 })}
            className="flex-1 font-mono"
            maxLength={40}
            readOnly={readOnly}
            value={variable.name}
            onChange={(event) => event.target.value !== '' && changeAt(index, { name: event.target.value })}
            onBlur={settle}
          />
          <Select
            aria-label={t('flow.variableType', { number: index + 1 })}
            className="w-28"
            disabled={readOnly}
            value={variable.type}
            onChange={(event) => {
              const type = FLOW_TYPES.find((each) => each === event.target.value);
              if (type) changeAt(index, { type });
            }}
          >
            {FLOW_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`type.${type}`)}
              </option>
            ))}
          </Select>
          {!readOnly && (
            <IconButton
              label={t('flow.removeVariable', { name: variable.name })}
              icon={<Trash2 aria-hidden />}
              onClick={() => setVariables(variables.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          icon={<Plus aria-hidden />}
          onClick={() =>
            setVariables([...variables, { name: `variavel_${variables.length + 1}`, type: 'text' }])
          }
        >
          {t('flow.addVariable')}
        </Button>
      )}
    </section>
  );
}
