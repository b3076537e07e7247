import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';

interface ConflictDialogProps {
  open: boolean;
  busy: boolean;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Somebody else saved meanwhile. Nothing is overwritten: theirs comes here, or this becomes a copy. */
export function ConflictDialog({ open, busy, onTakeTheirs, onKeepMine }: ConflictDialogProps) {
  const { t } = useTranslation('flow-editor');
  return (
    <Dialog
      open={open}
      // It has to be decided: until then nothing can be saved.
      onClose={() => undefined}
      title={t('conflict.title')}
      description={t('conflict.detail')}
      footer={
        <>
          <Button disabled={busy} onClick={onTakeTheirs}>
            {t('conflict.theirs')}
          </Button>
          <Button variant="primary" busy={busy} onClick={onKeepMine}>
            {t('conflict.mine')}
          </Button>
        </>
      }
    />
  );
}
