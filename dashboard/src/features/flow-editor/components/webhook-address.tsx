import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../components/copy-button';
import { useEditorParts } from '../lib/editor-context';

/** Where other systems call this trigger; it is given when the flow is published, and stays. */
export function WebhookAddress({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('flow-editor');
  const url = useEditorParts().webhooks.find((each) => each.nodeId === nodeId)?.url;
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-medium">{t('webhook.address')}</h3>
      {url === undefined ? (
        <p className="text-sm text-muted">{t('webhook.none')}</p>
      ) : (
        <p className="flex items-center gap-2 rounded-control border border-divider py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 text-sm break-all">{url}</code>
          <CopyButton text={url} label={t('webhook.copy')} />
        </p>
      )}
    </div>
  );
}
