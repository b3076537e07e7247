import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../../../../domain/flow/finding';
import { Button } from '../../../components/button';
import { cx } from '../../../lib/cx';
import type { PublishProblem } from '../api/shapes';

const MARKS: Record<Severity, { icon: typeof Info; tone: string }> = {
  error: { icon: CircleAlert, tone: 'text-danger' },
  warning: { icon: TriangleAlert, tone: 'text-warning' },
  hint: { icon: Info, tone: 'text-info' },
};

interface ProblemListProps {
  problems: PublishProblem[];
  onShowNode?: ((nodeId: string) => void) | undefined;
}

/** Worst first. Errors forbid; the others only ask for a second look. */
export function ProblemList({ problems, onShowNode }: ProblemListProps) {
  const { t } = useTranslation('flows');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <section
      role={errors > 0 ? 'alert' : undefined}
      className={cx(
        'rounded-card border p-3.5',
        errors > 0 ? 'border-danger/40 bg-danger/8' : 'border-warning/40 bg-warning/8',
      )}
    >
      <h3 className="mb-2 font-semibold">
        {errors > 0 ? t('publish.forbidden', { count: errors }) : t('publish.lookAgain')}
      </h3>
      <ul className="flex flex-col gap-2">
        {problems.map(({ code, severity, nodeId, message }, index) => {
          const { icon: Icon, tone } = MARKS[severity];
          return (
            <li key={`${index}:${code}`} className="flex items-start gap-2.5">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
              <span className="min-w-0 flex-1">
                <span className="sr-only">{t(`severity.${severity}`)}: </span>
                {message}
              </span>
              {nodeId !== null && onShowNode !== undefined && (
                <Button size="sm" variant="quiet" onClick={() => onShowNode(nodeId)}>
                  {t('publish.show')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
