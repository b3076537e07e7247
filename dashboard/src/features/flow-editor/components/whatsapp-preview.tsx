import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { parseTemplate, renderTemplate } from '../../../../../domain/flow/expression/template';
import { useScope } from '../lib/use-suggestions';

interface WhatsAppPreviewProps {
  nodeId: string;
  messages: readonly string[];
  buttons?: readonly string[];
}

/** The messages as balloons on the customer's phone, filled in with what was there last. A repetition for the eyes. */
export function WhatsAppPreview({ nodeId, messages, buttons = [] }: WhatsAppPreviewProps) {
  const { t } = useTranslation('flow-editor');
  const { filled, zone } = useScope(nodeId);
  const shown = messages
    .map((text) => {
      const parsed = parseTemplate(text);
      const rendered = parsed.ok ? renderTemplate(parsed.value, filled, { zone }) : parsed;
      return rendered.ok ? rendered.value : text;
    })
    .filter((text) => text.trim() !== '');
  if (shown.length === 0) return null;
  return (
    <div aria-hidden className="flex flex-col gap-1.5 rounded-card bg-phone-wall p-3">
      <p className="text-xs text-muted">{t('messages.preview')}</p>
      {shown.map((text, index) => (
        <div
          key={index}
          className="max-w-[92%] self-start rounded-[12px] rounded-tl-xs border border-hairline bg-overlay px-3 pt-2 pb-1.5 text-sm"
        >
          <p className="break-words whitespace-pre-wrap">{text}</p>
          <p className="mt-0.5 flex items-center justify-end gap-1 text-[11px] leading-4 text-muted">
            14:02 <CheckCheck className="size-3.5 text-info" />
          </p>
        </div>
      ))}
      {buttons
        .filter((title) => title.trim() !== '')
        .map((title, index) => (
          <span
            key={index}
            className="w-[92%] rounded-control border border-hairline bg-overlay px-3 py-1.5 text-center text-sm text-info"
          >
            {title}
          </span>
        ))}
    </div>
  );
}
