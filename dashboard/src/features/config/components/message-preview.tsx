import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** The text as a balloon on the customer's phone. A repetition for the eyes. */
export function MessagePreview({ text, silent }: { text: string; silent?: string | undefined }) {
  const { t } = useTranslation('config');
  const shown = text.trim();
  return (
    <div
      aria-hidden
      className="flex min-h-20 flex-col justify-center rounded-card bg-phone-wall p-3 lg:mt-[26px] lg:self-start"
    >
      {shown === '' ? (
        <p className="text-center text-sm text-muted">{silent ?? t('messages.silent')}</p>
      ) : (
        <div className="relative max-w-[92%] self-start rounded-[12px] rounded-tl-xs border border-hairline bg-overlay px-3 pt-2 pb-1.5 text-sm">
          <p className="break-words whitespace-pre-wrap">{shown}</p>
          <p className="mt-0.5 flex items-center justify-end gap-1 text-[11px] leading-4 text-muted">
            14:02 <CheckCheck className="size-3.5 text-info" />
          </p>
        </div>
      )}
    </div>
  );
}
