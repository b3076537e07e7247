import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Field } from '../../../components/field';
import { Textarea } from '../../../components/textarea';

/** As long as the server takes. */
const REASON_MAX_CHARACTERS = 300;

interface TakeOverDialogProps {
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onTakeOver: (reason: string | undefined) => void;
}

/** Why the AI is to be silent: for the team, never for the customer. */
export function TakeOverDialog({ open, busy, onClose, onTakeOver }: TakeOverDialogProps) {
  const { t } = useTranslation(['conversation', 'common']);
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('pause.title')}
      description={t('pause.detail')}
      width="md"
      footer={
        <Button variant="accent" busy={busy} onClick={() => onTakeOver(given === '' ? undefined : given)}>
          {t('action.takeOver')}
        </Button>
      }
    >
      <Field label={t('pause.field')} hint={t('pause.hint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={REASON_MAX_CHARACTERS}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
