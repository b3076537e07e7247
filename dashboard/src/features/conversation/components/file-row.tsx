import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { Spinner } from '../../../components/spinner';
import { useErrorToast } from '../../../components/use-error-toast';
import { useFormat } from '../../../lib/format/use-format';
import { saveFrom } from '../../../lib/save-from';
import { useFetchMediaLink } from '../api/use-media-link';
import type { MessageFile } from '../lib/message-file';
import { MediaIcon } from '../../../components/media-icon';

const KIND_OF: Record<string, string> = { image: 'image', audio: 'audio', video: 'video' };

/** A file by name and size, to be saved. */
export function FileRow({ id, media }: { id: string; media: MessageFile }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const fetchLink = useFetchMediaLink();
  const showError = useErrorToast();
  const [busy, setBusy] = useState(false);
  const kind = KIND_OF[media.mimetype?.split('/')[0] ?? ''] ?? 'document';
  const name = media.fileName ?? t(`kind.${kind as 'document'}`);
  return (
    <div className="flex w-72 max-w-full items-center gap-3">
      <span aria-hidden className="grid size-10 shrink-0 place-items-center rounded-control bg-text/10">
        <MediaIcon kind={kind} className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        {media.bytes !== null && (
          <span className="block truncate text-xs text-text-2">{format.bytes(media.bytes)}</span>
        )}
      </span>
      <IconButton
        label={t('media.save', { name })}
        icon={busy ? <Spinner /> : <Download aria-hidden />}
        disabled={busy}
        onClick={() => void save()}
        tooltipSide="top"
      />
    </div>
  );

  async function save() {
    setBusy(true);
    try {
      saveFrom(await fetchLink(id), media.fileName ?? '');
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  }
}
