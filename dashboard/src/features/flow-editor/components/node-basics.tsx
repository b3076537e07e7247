import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import { Checkbox } from '../../../components/checkbox';
import { Disclosure } from '../../../components/disclosure';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Textarea } from '../../../components/textarea';
import { useEditorParts } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';
import { useFlowWords } from '../lib/use-words';

/** Title, note and whether it takes part: what every block has. */
export function NodeBasics({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { change } = useActions();
  const { editor, readOnly } = useEditorParts();
  return (
    <>
      <Field label={t('node.title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            readOnly={readOnly}
            placeholder={words.kind(node.kind)}
            value={node.title}
            onChange={(event) => change(node.id, { title: event.target.value }, 'title')}
            onBlur={() => editor.settle()}
          />
        )}
      </Field>
      <Disclosure summary={t('node.more')}>
        <div className="flex flex-col gap-3">
          <Field label={t('node.note')} hint={t('node.noteHint')}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={2000}
                readOnly={readOnly}
                value={node.note ?? ''}
                onChange={(event) =>
                  change(
                    node.id,
                    { note: event.target.value === '' ? undefined : event.target.value },
                    'note',
                  )
                }
                onBlur={() => editor.settle()}
              />
            )}
          </Field>
          <Checkbox
            label={t('node.disabled')}
            hint={t('node.disabledHint')}
            disabled={readOnly}
            checked={node.disabled === true}
            onChange={(event) =>
              change(node.id, { disabled: event.target.checked ? true : undefined }, 'disabled')
            }
          />
          <p className="text-xs text-muted">
            {t('node.id')} <code className="font-mono">{node.id}</code>
          </p>
        </div>
      </Disclosure>
    </>
  );
}
