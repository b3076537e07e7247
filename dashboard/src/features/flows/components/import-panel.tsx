import { FileJson, Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Textarea } from '../../../components/textarea';
import { useErrorWords } from '../../../components/use-error-words';
import { cx } from '../../../lib/cx';
import type { ImportReport } from '../api/shapes';
import { type FileToBring, useImport, useTryImport } from '../api/use-flows';
import { readFlowFile } from '../lib/read-file';
import { ImportReportView } from './import-report';

/** A file of ours or of Typebot: first what would come of it, then the draft. */
export function ImportPanel({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation('flows');
  const errorWords = useErrorWords();
  const attempt = useTryImport();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'empty' | 'not_json' | 'unknown'>();
  const [file, setFile] = useState<FileToBring>();

  const read = (words: string) => {
    const found = readFlowFile(words);
    if (!found.ok) {
      setProblem(found.reason);
      return;
    }
    setProblem(undefined);
    const { format, document, name } = found;
    setFile({ format, document, name });
    attempt.mutate({ format, document, name });
  };

  if (file !== undefined && attempt.data !== undefined) {
    return (
      <Bring
        file={file}
        report={attempt.data.report}
        onMade={onMade}
        onAnother={() => {
          setFile(undefined);
          attempt.reset();
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <DropArea onFile={(picked) => void picked.text().then(read)} />
      <Field label={t('import.paste')} error={problem && t(`import.problem.${problem}`)}>
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            className="font-mono text-sm"
          />
        )}
      </Field>
      {attempt.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(attempt.error).title}>
          {errorWords(attempt.error).detail}
        </Notice>
      )}
      <Button
        variant="primary"
        busy={attempt.isPending}
        disabled={text.trim() === ''}
        onClick={() => read(text)}
        className="self-end"
      >
        {t('import.check')}
      </Button>
    </div>
  );
}

interface BringProps {
  file: FileToBring;
  report: ImportReport;
  onMade: (id: string) => void;
  onAnother: () => void;
}

/** The report, and then the draft. */
function Bring({ file, report, onMade, onAnother }: BringProps) {
  const { t } = useTranslation('flows');
  const errorWords = useErrorWords();
  const bring = useImport();
  return (
    <div className="flex flex-col gap-4">
      <ImportReportView name={file.name} format={file.format} report={report} />
      {bring.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(bring.error).title}>
          {errorWords(bring.error).detail}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onAnother}>
          {t('import.another')}
        </Button>
        <Button
          variant="primary"
          busy={bring.isPending}
          onClick={() =>
            bring.mutate(file, { onSuccess: ({ id }) => (id === undefined ? undefined : onMade(id)) })
          }
        >
          {t('import.create')}
        </Button>
      </div>
    </div>
  );
}

function DropArea({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('flows');
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => (file === undefined ? undefined : onFile(file));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex flex-col items-center gap-2 rounded-card border border-dashed px-4 py-8 text-center',
        over ? 'border-primary-text bg-raised' : 'border-control',
      )}
    >
      <FileJson aria-hidden className="size-7 text-muted" />
      <p className="text-text-2">{t('import.drop')}</p>
      <Button icon={<Upload aria-hidden />} onClick={() => picker.current?.click()}>
        {t('import.pick')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={t('import.pick')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
