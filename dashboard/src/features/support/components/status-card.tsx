import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip, type Tone } from '../../../components/chip';
import { Skeleton } from '../../../components/skeleton';
import { useChannels } from '../../../lib/api/channels-query';
import { useKnowledge } from '../../../lib/api/knowledge-query';
import { useMe } from '../../../lib/api/me-query';
import type { Knowledge } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { liveStatusStore } from '../../../lib/live/live-status';
import type { Role } from '../../../lib/session/role';
import { useMay } from '../../../lib/session/use-session';
import { useStore } from '../../../lib/use-store';
import { useWaiting } from '../api/use-waiting';

const LIVE_TONES = { live: 'success', reconnecting: 'warning', offline: 'danger' } as const;
const KNOWLEDGE_TONES: Record<Knowledge['status'], Tone> = {
  empty: 'warning',
  indexing: 'info',
  indexed: 'success',
  failed: 'danger',
};
const ACCOUNT_STATES = ['active', 'suspended', 'cancelled'] as const;

/** What works now, part by part: one that cannot be told does not hide the others. */
export function StatusCard() {
  const { t } = useTranslation('support');
  const format = useFormat();
  const live = useStore(liveStatusStore);
  const channels = useChannels();
  return (
    <Card title={t('status.title')} description={t('status.detail')}>
      <ul className="-my-2 divide-y divide-hairline">
        <Row label={t('status.live.label')}>
          <Chip tone={LIVE_TONES[live]} dot>
            {t(`status.live.${live}`)}
          </Chip>
        </Row>
        <Part
          label={t('status.numbers.label')}
          query={channels}
          show={(all) => {
            const open = all.filter((channel) => channel.status === 'open').length;
            const words =
              all.length === 0
                ? t('status.numbers.empty')
                : open === 0
                  ? t('status.numbers.none')
                  : t('status.numbers.some', { open, total: all.length });
            return [open === 0 ? 'danger' : open < all.length ? 'warning' : 'success', words];
          }}
          link={{ to: '/whatsapp', words: t('status.numbers.action'), role: 'ORG_ADMIN' }}
        />
        <Part
          label={t('status.knowledge.label')}
          query={useKnowledge()}
          show={({ status, chunks }) => [
            KNOWLEDGE_TONES[status],
            status === 'indexed'
              ? t('status.knowledge.indexed', { count: chunks, n: format.number(chunks) })
              : t(`status.knowledge.${status}`),
          ]}
          link={{ to: '/conhecimento', words: t('status.knowledge.action'), role: 'ORG_MANAGER' }}
        />
        <Part
          label={t('status.waiting.label')}
          query={useWaiting()}
          show={(count) =>
            count === 0
              ? ['success', t('status.waiting.none')]
              : ['warning', t('status.waiting.some', { count })]
          }
          link={{ to: '/conversas', words: t('status.waiting.action'), role: 'ORG_AGENT' }}
        />
        <Part
          label={t('status.account.label')}
          query={useMe()}
          show={({ tenant }) => {
            const known = ACCOUNT_STATES.find((state) => state === tenant.status);
            return known === undefined
              ? ['neutral', t('status.account.other', { status: tenant.status })]
              : [known === 'active' ? 'success' : 'danger', t(`status.account.${known}`)];
          }}
        />
      </ul>
    </Card>
  );
}

interface PartProps<T> {
  label: string;
  query: UseQueryResult<T>;
  show: (data: T) => [Tone, string];
  link?: { to: '/whatsapp' | '/conhecimento' | '/conversas'; words: string; role: Role };
}

function Part<T>({ label, query, show, link }: PartProps<T>) {
  const { t } = useTranslation('support');
  const mayOpen = useMay(link?.role ?? 'ORG_AGENT');
  if (query.isPending) {
    return (
      <Row label={label}>
        <span role="status" className="sr-only">
          {t('status.loading')}
        </span>
        <Skeleton className="h-[22px] w-28 rounded-full" />
      </Row>
    );
  }
  if (query.data === undefined) {
    return (
      <Row label={label}>
        <Chip tone="danger" dot>
          {t('status.unknown')}
        </Chip>
        <Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('status.retry')}
        </Button>
      </Row>
    );
  }
  const [tone, words] = show(query.data);
  return (
    <Row label={label}>
      <Chip tone={tone} dot>
        {words}
      </Chip>
      {link !== undefined && mayOpen && (
        <Link
          to={link.to}
          className="ring-focus rounded-xs text-sm text-primary-text underline-offset-2 hover:underline pointer-coarse:py-2"
        >
          {link.words}
        </Link>
      )}
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-40 flex-1">{label}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 max-sm:w-full">{children}</span>
    </li>
  );
}
