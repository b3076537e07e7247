import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { fitHeight } from '../../../lib/fit-height';
import { useFormat } from '../../../lib/format/use-format';
import { useSession } from '../../../lib/session/use-session';
import { useMedia } from '../../../lib/use-media';
import { contactName, firstName } from '../../../lib/format/contact-name';
import { readDraft, writeDraft } from '../lib/drafts';
import { personInCharge } from '../lib/person-in-charge';

/** WhatsApp's own limit for one text. */
const MAX_CHARACTERS = 4_096;
/** From here on it is said how much is left. */
const COUNTED_FROM = 3_600;

interface ComposerProps {
  conversation: Conversation;
  onSend: (text: string) => void;
  ref: RefObject<HTMLTextAreaElement | null>;
}

/** Where a person writes to the customer. Writing takes the conversation over, and it says so beforehand. */
export function Composer({ conversation, onSend, ref }: ComposerProps) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const hintId = useId();
  // Where Enter is a key of a screen, it makes a line; the button sends.
  const hasKeyboard = !useMedia('(pointer: coarse)');
  const charge = personInCharge(conversation, useSession().user.id);
  const [text, setText] = useState(() => readDraft(conversation.id));
  const name = firstName(contactName(conversation.contact) ?? t('contact.unnamed'));
  const length = text.trim().length;
  const tooLong = length > MAX_CHARACTERS;

  useLayoutEffect(() => fitHeight(ref.current), [ref, text]);

  const change = (next: string) => {
    setText(next);
    writeDraft(conversation.id, next);
  };
  const send = () => {
    if (length === 0 || tooLong) return;
    onSend(text.trim());
    change('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const asked = event.ctrlKey || event.metaKey || (hasKeyboard && !event.shiftKey);
    if (!asked) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className={cx(
        'mx-3 mb-[max(12px,env(safe-area-inset-bottom))] flex shrink-0 items-end rounded-card border bg-surface transition-colors duration-120 sm:mx-6 sm:mb-5 sm:block',
        'has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-2 has-[textarea:focus-visible]:outline-focus',
        tooLong ? 'border-danger' : 'border-control',
      )}
    >
      <textarea
        ref={ref}
        rows={1}
        value={text}
        aria-label={t('composer.label')}
        aria-describedby={hintId}
        aria-invalid={tooLong || undefined}
        placeholder={charge.who === 'me' ? t('composer.write', { name }) : t('composer.takesOver', { name })}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-[min(240px,35dvh)] min-h-11 min-w-0 flex-1 resize-none bg-transparent px-3.5 pt-2.5 pb-1 text-md field-sizing-content outline-none sm:w-full sm:text-base"
      />
      <div className="flex items-center gap-3 p-1 sm:pr-2 sm:pb-2 sm:pl-3.5">
        <p id={hintId} className="min-w-0 flex-1 truncate text-xs text-muted tabular-nums">
          {length >= COUNTED_FROM ? (
            <span role="status" className={tooLong ? 'text-danger' : 'text-warning'}>
              {t('composer.count', {
                n: format.number(length),
                max: format.number(MAX_CHARACTERS),
              })}
            </span>
          ) : (
            hasKeyboard && <span className="hidden lg:inline">{t('composer.keys')}</span>
          )}
        </p>
        <Button
          type="submit"
          variant="primary"
          disabled={length === 0 || tooLong}
          icon={<SendHorizontal aria-hidden />}
          className="max-sm:w-11 max-sm:px-0"
        >
          <span className="max-sm:sr-only">{t('composer.send')}</span>
        </Button>
      </div>
    </form>
  );
}
