import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { KNOWLEDGE_MAX_CHARACTERS } from '../../../../../domain/knowledge/chunk-text';
import { MeterBar } from '../../../components/meter-bar';
import { cx } from '../../../lib/cx';
import { useFormat } from '../../../lib/format/use-format';

/** From this share of the limit on, the counter warns. */
const NEAR = 0.9;

interface TextFieldProps {
  text: string;
  onChange: (text: string) => void;
}

export function TextField({ text, onChange }: TextFieldProps) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const [labelId, countId] = [useId(), useId()];
  const share = text.length / KNOWLEDGE_MAX_CHARACTERS;
  const tone = share > 1 ? 'danger' : share >= NEAR ? 'warning' : 'primary';
  return (
    <div
      className={cx(
        'overflow-hidden rounded-card border bg-surface has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-2 has-[textarea:focus-visible]:outline-focus',
        share > 1 ? 'border-danger' : 'border-control',
      )}
    >
      <label id={labelId} htmlFor={`${labelId}-text`} className="sr-only">
        {t('field.label')}
      </label>
      <textarea
        id={`${labelId}-text`}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={countId}
        aria-invalid={share > 1 || undefined}
        placeholder={t('field.placeholder')}
        className="block h-[max(300px,54dvh)] w-full resize-none bg-transparent px-4 py-4 text-md leading-relaxed outline-none sm:px-5 sm:text-base sm:leading-relaxed lg:h-[max(340px,calc(100dvh-252px))]"
      />
      <div className="flex items-center gap-4 border-t border-hairline px-4 py-2.5 sm:px-5">
        <MeterBar value={share} tone={tone} className="flex-1" />
        <p
          id={countId}
          className={cx(
            'shrink-0 text-sm tabular-nums',
            tone === 'danger'
              ? 'font-medium text-danger'
              : tone === 'warning'
                ? 'text-warning'
                : 'text-muted',
          )}
        >
          {t('field.count', {
            n: format.number(text.length),
            max: format.number(KNOWLEDGE_MAX_CHARACTERS),
          })}
        </p>
      </div>
    </div>
  );
}
