import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../components/copy-button';

/** Data as it is, to be read and copied. */
export function JsonView({ value }: { value: unknown }) {
  const { t } = useTranslation('flows');
  if (value === null || value === undefined) return <p className="text-sm text-muted">{t('json.nothing')}</p>;
  const text = JSON.stringify(value, null, 2);
  return (
    <div className="relative">
      <pre
        tabIndex={0}
        className="ring-focus max-h-64 overflow-auto rounded-control bg-canvas p-3 pr-10 font-mono text-xs text-text-2"
      >
        {text}
      </pre>
      <span className="absolute top-1 right-1">
        <CopyButton text={text} label={t('json.copy')} />
      </span>
    </div>
  );
}
