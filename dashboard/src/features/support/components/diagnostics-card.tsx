import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { useAbout } from '../../../lib/api/about-query';
import { useChannels } from '../../../lib/api/channels-query';
import { useKnowledge } from '../../../lib/api/knowledge-query';
import { lastErrorStore } from '../../../lib/api/last-error';
import { copyText } from '../../../lib/copy-text';
import { currentLanguage } from '../../../lib/i18n/language';
import { liveStatusStore } from '../../../lib/live/live-status';
import { useSession } from '../../../lib/session/use-session';
import { useStore } from '../../../lib/use-store';
import { useNow } from '../../../lib/time/use-now';
import { diagnosticText } from '../lib/diagnostics';

/** What to paste into the request for help. */
export function DiagnosticsCard() {
  const { t } = useTranslation('support');
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const { user, tenant } = useSession();
  const knowledge = useKnowledge().data;
  const now = useNow(60_000);
  const text = diagnosticText({
    at: new Date(now).toISOString(),
    version: useAbout().data?.version,
    tenantId: tenant.id,
    role: user.role,
    page: window.location.origin,
    language: currentLanguage(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    browser: navigator.userAgent,
    screen: `${window.innerWidth}×${window.innerHeight}`,
    live: useStore(liveStatusStore),
    numbers: useChannels().data?.map((channel) => channel.status),
    knowledge: knowledge === undefined ? undefined : `${knowledge.status}, ${knowledge.chunks} passages`,
    lastError: useStore(lastErrorStore),
  });
  return (
    <Card title={t('diagnostics.title')} description={t('diagnostics.detail')}>
      <pre
        lang="en"
        tabIndex={0}
        role="region"
        aria-label={t('diagnostics.label')}
        className="ring-focus max-h-72 overflow-auto rounded-card bg-raised px-4 py-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap text-text-2"
      >
        {text}
      </pre>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          icon={copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={() => void copyText(text).then((worked) => setCopied(worked ? 'yes' : 'no'))}
        >
          {t('diagnostics.copy')}
        </Button>
        <span role="status" className="text-sm text-text-2">
          {copied === 'yes' && t('diagnostics.copied')}
          {copied === 'no' && t('diagnostics.failed')}
        </span>
      </div>
    </Card>
  );
}
