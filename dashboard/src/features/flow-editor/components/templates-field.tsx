import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { IconButton } from '../../../components/icon-button';
import { useEditorParts } from '../lib/editor-context';
import type { SettingProps } from '../lib/setting-props';
import { TemplateField } from './template-field';
import { WhatsAppPreview } from './whatsapp-preview';

interface TemplatesFieldProps extends SettingProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isMessages: boolean;
}

/** Several texts with variables, in their order; messages also as the customer will see them. */
export function TemplatesField(props: TemplatesFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const { nodeId, path, label, hint, error, isMessages, schema, errorAt, onChange } = props;
  const stored = Array.isArray(props.value) ? props.value.map(String) : [];
  // One is there to write in: a message is why the block was chosen.
  const texts = stored.length === 0 && (schema.minItems ?? 0) > 0 ? [''] : stored;
  const most = schema.maxItems ?? 20;
  const swap = (a: number, b: number) => onChange(texts.with(a, texts[b] ?? '').with(b, texts[a] ?? ''));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{label}</legend>
      {texts.map((text, index) => (
        <TemplateField
          key={index}
          nodeId={nodeId}
          lines={isMessages ? 3 : 1}
          label={
            texts.length === 1 && isMessages
              ? t('messages.one')
              : t('messages.numbered', { label, number: index + 1 })
          }
          value={text}
          most={schema.items?.maxLength}
          error={errorAt(`${path}.${index}`) ?? (index === 0 ? error : undefined)}
          aside={
            !readOnly &&
            texts.length > 1 && (
              <span className="-my-1.5 flex">
                <IconButton
                  label={t('messages.up', { number: index + 1 })}
                  icon={<ArrowUp aria-hidden />}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                />
                <IconButton
                  label={t('messages.down', { number: index + 1 })}
                  icon={<ArrowDown aria-hidden />}
                  disabled={index === texts.length - 1}
                  onClick={() => swap(index, index + 1)}
                />
                <IconButton
                  label={t('messages.remove', { number: index + 1 })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onChange(texts.toSpliced(index, 1))}
                />
              </span>
            )
          }
          onChange={(next) => onChange(texts.with(index, next))}
        />
      ))}
      {hint !== undefined && <p className="text-sm text-muted">{hint}</p>}
      {!readOnly && texts.length < most && (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...texts, ''])}
        >
          {t(isMessages ? 'messages.add' : 'list.add', { label })}
        </Button>
      )}
      {isMessages && <WhatsAppPreview nodeId={nodeId} messages={texts} />}
    </fieldset>
  );
}
