import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../../domain/flow/finding';
import { IconButton } from '../../../components/icon-button';
import { cx } from '../../../lib/cx';
import { useEditorParts } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { useFlowWords } from '../lib/use-words';
import { changeView } from '../lib/view-state';

const LOOK = {
  error: { icon: CircleAlert, tone: 'text-danger' },
  warning: { icon: TriangleAlert, tone: 'text-warning' },
  hint: { icon: Info, tone: 'text-info' },
} as const;

/** Everything that is wrong or odd; a press leads to it. */
export function ProblemsPanel() {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const { findings } = useAnalysis();
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-2 border-b border-divider px-4 py-2.5">
        <h2 className="flex-1 font-semibold">{t('problems.title', { count: findings.length })}</h2>
        <IconButton
          label={t('problems.close')}
          icon={<X aria-hidden />}
          onClick={() => changeView(view, { problems: false })}
          className="max-lg:hidden"
        />
      </div>
      {findings.length === 0 ? (
        <p className="p-4 text-text-2">{t('problems.none')}</p>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto p-2">
          {findings.map((finding, index) => (
            <li key={`${finding.code} ${finding.nodeId} ${finding.field} ${index}`}>
              <Problem finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Problem({ finding }: { finding: Finding }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { open, nameOf } = useActions();
  const { editor } = useEditorParts();
  const { icon: Icon, tone } = LOOK[finding.severity];
  const kind = editor.document().nodes.find(({ id }) => id === finding.nodeId)?.kind ?? '';
  const field = finding.field?.replaceAll(/\.\d+/g, '.*');
  const place = [
    finding.nodeId === undefined ? t('problems.flow') : nameOf(finding.nodeId),
    ...(field === undefined || field === '' ? [] : [words.field(kind, field)]),
  ].join(' · ');
  const content = (
    <>
      <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', tone)} />
      <span className="min-w-0">
        <span className="block text-xs text-muted">
          {t(`severity.${finding.severity}`)} · {place}
        </span>
        <span className="block">{words.finding(finding, kind)}</span>
      </span>
    </>
  );
  const { nodeId } = finding;
  if (nodeId === undefined) return <div className="flex gap-2.5 px-2 py-2">{content}</div>;
  return (
    <button
      type="button"
      onClick={() => open(nodeId, finding.field)}
      className="ring-focus-inset flex w-full gap-2.5 rounded-control px-2 py-2 text-left hover:bg-raised"
    >
      {content}
    </button>
  );
}
