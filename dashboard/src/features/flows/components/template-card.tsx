import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Chip } from '../../../components/chip';
import type { Template } from '../api/shapes';
import { FlowSketch } from './flow-sketch';
import { useNicheName } from './use-niche-name';

interface TemplateCardProps {
  template: Template;
  busy: boolean;
  onUse: () => void;
}

/** What it draws, what it does, and what must be connected before it works. */
export function TemplateCard({ template, busy, onUse }: TemplateCardProps) {
  const { t } = useTranslation('flows');
  const nicheName = useNicheName();
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-card border border-divider p-3">
      <FlowSketch flow={template.document} className="h-24 rounded-control bg-canvas" />
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 font-medium">{template.name}</h3>
        <Chip>{nicheName(template.niche)}</Chip>
      </div>
      <p className="text-sm text-text-2">{template.description}</p>
      {template.connect.length > 0 && (
        <div className="text-sm text-muted">
          <p className="flex items-center gap-1.5">
            <ListChecks aria-hidden className="size-4" />
            {t('template.needs')}
          </p>
          <ul className="mt-1 list-disc pl-6">
            {template.connect.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </div>
      )}
      <Button
        size="sm"
        busy={busy}
        onClick={onUse}
        aria-label={t('template.useOf', { name: template.name })}
        className="mt-auto self-end"
      >
        {t('template.use')}
      </Button>
    </li>
  );
}
