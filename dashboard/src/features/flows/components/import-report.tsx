import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../components/chip';
import { Disclosure } from '../../../components/disclosure';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../lib/format/use-format';
import type { FileFormat, ImportLine, ImportReport } from '../api/shapes';
import { reasonKey } from '../lib/reason-key';

interface ImportReportProps {
  name: string;
  format: FileFormat;
  report: ImportReport;
}

/** Before anything is saved: what comes as it was, what comes nearly, what is left out, and what to connect. */
export function ImportReportView({ name, format, report }: ImportReportProps) {
  const { t } = useTranslation('flows');
  const { number } = useFormat();
  const needs = [...new Set(report.needs.map(({ type }) => type))];
  const parts: [string, Tone][] = [
    [t('report.mapped', { count: report.mapped, n: number(report.mapped) }), 'success'],
    [t('report.approximated', { count: report.approximated }), 'warning'],
    [t('report.unmapped', { count: report.unmapped.length }), 'danger'],
  ];
  return (
    <section aria-label={t('report.title')} className="flex flex-col gap-3">
      <p>
        <strong className="font-semibold">{name === '' ? t('report.unnamed') : name}</strong>{' '}
        <span className="text-text-2">
          {t(`report.from.${format}`)} · {t('report.nodes', { count: report.nodes })}
        </span>
      </p>
      <p className="flex flex-wrap gap-2">
        {parts.map(([words, tone]) => (
          <Chip key={tone} tone={tone} dot>
            {words}
          </Chip>
        ))}
      </p>
      {report.approximations.length > 0 && (
        <Disclosure summary={t('report.approximatedTitle')}>
          <Lines lines={report.approximations} />
        </Disclosure>
      )}
      {report.unmapped.length > 0 && (
        <>
          <h3 className="font-medium">{t('report.unmappedTitle')}</h3>
          <div className="max-h-60 overflow-y-auto">
            <Lines lines={report.unmapped} />
          </div>
          <p className="text-sm text-text-2">{t('report.placeholders')}</p>
        </>
      )}
      {needs.length > 0 && (
        <Notice tone="info" title={t('report.needs')}>
          <ul className="list-disc pl-5">
            {needs.map((type) => (
              <li key={type}>{t(`need.${type}` as 'need.channel')}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: ImportLine[] }) {
  const { t, i18n } = useTranslation('flows');
  const inWords = (reason: string) => {
    const key = `reason.${reasonKey(reason)}`;
    return i18n.exists(`flows:${key}`) ? t(key as 'reason.empty') : reason;
  };
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {lines.map(({ name, type, reason }, index) => (
        // Two blocks of one file may read the same.
        <li key={`${index}:${name}`}>
          <span className="font-medium">{name === '' ? type : name}</span>{' '}
          {name !== '' && <span className="font-mono text-xs text-muted">{type}</span>}
          <span className="block text-text-2">{inWords(reason)}</span>
        </li>
      ))}
    </ul>
  );
}
