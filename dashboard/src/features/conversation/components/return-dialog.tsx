import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';

interface ReturnDialogProps {
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onChoose: (answerPending: boolean) => void;
}

/** The customer wrote and nobody has answered: whether the AI is to do so. */
export function ReturnDialog({ open, busy, onClose, onChoose }: ReturnDialogProps) {
  const { t } = useTranslation('conversation');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('return.title')}
      description={t('return.detail')}
      width="md"
      footer={
        <>
          <Button disabled={busy} onClick={() => onChoose(false)}>
            {t('return.only')}
          </Button>
          <Button variant="primary" busy={busy} onClick={() => onChoose(true)}>
            {t('return.answer')}
          </Button>
        </>
      }
    />
  );
}
