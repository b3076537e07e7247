import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';

/** Beside the label of a setting that is not as it began. */
export function RestoreButton({ name, onRestore }: { name: string; onRestore: () => void }) {
  const { t } = useTranslation('config');
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={<RotateCcw aria-hidden />}
      aria-label={t('restoreOf', { name })}
      onClick={onRestore}
      className="-my-1"
    >
      {t('restore')}
    </Button>
  );
}
