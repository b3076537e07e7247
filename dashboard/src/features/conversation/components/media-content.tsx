import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { formatClock } from '../../../lib/format/duration';
import { useFormat } from '../../../lib/format/use-format';
import { mapAddress, mediaFacts } from '../lib/media-facts';
import { MediaIcon } from '../../../components/media-icon';
import { useKindLabel } from './use-kind-label';

/** What came besides words, and what is known of it; the file itself is not here. */
export function MediaContent({ kind, payload }: { kind: string; payload: Message['payload'] }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const label = useKindLabel()(kind);
  const facts = mediaFacts(payload);
  const details = [
    facts.seconds === undefined ? undefined : formatClock(facts.seconds),
    facts.bytes === undefined ? undefined : format.bytes(facts.bytes),
    facts.place?.address,
  ].filter(Boolean);
  return (
    <div className="mb-1 flex min-w-44 items-center gap-3 last:mb-0">
      <span aria-hidden className="grid size-10 shrink-0 place-items-center rounded-control bg-text/10">
        <MediaIcon kind={kind} className="size-5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{facts.fileName ?? label}</span>
        <span className="block truncate text-xs text-text-2">
          {kind === 'unsupported' ? t('kind.unsupportedDetail') : details.join(' · ')}
          {facts.place !== undefined && (
            <a
              href={mapAddress(facts.place)}
              target="_blank"
              rel="noreferrer noopener"
              className="ring-focus rounded-xs underline underline-offset-2"
            >
              {t('message.openMap')}
            </a>
          )}
        </span>
      </span>
    </div>
  );
}
