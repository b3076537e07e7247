import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog';
import { cx } from '../../../lib/cx';
import { CREATE_WAYS, type CreateWay } from '../lib/flows-search';
import { BlankForm } from './blank-form';
import { ImportPanel } from './import-panel';
import { TemplateGallery } from './template-gallery';

interface NewFlowDialogProps {
  way: CreateWay;
  onWay: (way: CreateWay) => void;
  onClose: () => void;
}

/** Three ways to begin: from nothing, from a template, from a file. */
export function NewFlowDialog({ way, onWay, onClose }: NewFlowDialogProps) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const made = (id: string) => void navigate({ to: '/automations/$id', params: { id } });
  return (
    <Dialog open onClose={onClose} title={t('new.title')} width="lg">
      <div role="group" aria-label={t('new.ways')} className="mb-4 flex gap-1 rounded-card bg-raised p-1">
        {CREATE_WAYS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === way}
            onClick={() => onWay(each)}
            className={cx(
              'ring-focus h-8 flex-1 rounded-control text-sm font-medium pointer-coarse:h-11',
              each === way ? 'bg-surface text-text' : 'text-text-2 hover:text-text',
            )}
          >
            {t(`new.way.${each}`)}
          </button>
        ))}
      </div>
      {way === 'blank' && <BlankForm onMade={made} />}
      {way === 'template' && <TemplateGallery onMade={made} />}
      {way === 'import' && <ImportPanel onMade={made} />}
    </Dialog>
  );
}
