import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_VARIABLES } from '../../../../../domain/conversation/transfer';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Textarea } from '../../../components/textarea';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import { type Transfer, useTransfer } from '../api/use-transfer';
import { TransferTargets } from './transfer-targets';

const VARIABLES = NOTICE_VARIABLES.map((name) => `{{${name}}}`).join(', ');

/** The server's limit for each notice. */
const NOTICE_MAX = 1_000;

interface TransferDialogProps {
  conversationId: string;
  open: boolean;
  onClose: () => void;
}

/** An agent reads the timeline: there is nobody to write to. */
function orderOf(to: Transfer['to'], notice: string, customerNotice: string): Transfer {
  return {
    to,
    ...(notice === '' || to.type === 'agent' ? {} : { notice }),
    ...(customerNotice === '' ? {} : { customerNotice }),
  };
}

/** To whom a conversation is given, and what they and the customer are told. */
export function TransferDialog({ conversationId, open, onClose }: TransferDialogProps) {
  const { t } = useTranslation(['conversation', 'common']);
  const errorWords = useErrorWords();
  const transfer = useTransfer(conversationId);
  const [to, setTo] = useState<Transfer['to']>();
  const [notice, setNotice] = useState('');
  const [customerNotice, setCustomerNotice] = useState('');
  /** One order, however often it is pressed; another one has another key. */
  const sent = useRef<{ order: string; key: string }>(undefined);
  const close = () => {
    setTo(undefined);
    setNotice('');
    setCustomerNotice('');
    transfer.reset();
    onClose();
  };
  const submit = () => {
    if (to === undefined || transfer.isPending) return;
    const body = orderOf(to, notice.trim(), customerNotice.trim());
    const order = JSON.stringify(body);
    if (sent.current?.order !== order) sent.current = { order, key: crypto.randomUUID() };
    transfer.mutate(
      { body, key: sent.current.key },
      {
        onSuccess: () => {
          sent.current = undefined;
          close();
          showToast({ tone: 'success', title: t('transfer.done') });
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('transfer.title')}
      description={t('transfer.detail')}
      width="md"
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {t('common:action.cancel')}
          </Button>
          <Button variant="primary" disabled={to === undefined} busy={transfer.isPending} onClick={submit}>
            {t('transfer.submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 pb-1">
        {open && <TransferTargets onChange={setTo} />}
        {to?.type !== 'agent' && (
          <NoticeField
            label={t('transfer.notice')}
            hint={
              to?.type === 'number' || to?.type === 'group'
                ? t('transfer.noticeOutside', { variables: VARIABLES })
                : t('transfer.noticeHint')
            }
            value={notice}
            onChange={setNotice}
          />
        )}
        <NoticeField
          label={t('transfer.customerNotice')}
          hint={t('transfer.customerNoticeHint', { variables: VARIABLES })}
          value={customerNotice}
          onChange={setCustomerNotice}
        />
        {transfer.error !== null && (
          <Notice tone="danger" role="alert" title={errorWords(transfer.error).title}>
            {errorWords(transfer.error).detail}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

interface NoticeFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

function NoticeField({ label, hint, value, onChange }: NoticeFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Textarea
          {...control}
          rows={2}
          maxLength={NOTICE_MAX}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
