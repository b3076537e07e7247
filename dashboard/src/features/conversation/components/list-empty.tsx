import { Link } from '@tanstack/react-router';
import { Bot, CircleCheck, Inbox, SearchX, UserRound, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { useChannels } from '../../../lib/api/channels-query';
import { useMay } from '../../../lib/session/use-session';
import type { Tab } from '../lib/inbox-search';

const ICONS: Record<Tab, ReactNode> = {
  waiting: <CircleCheck />,
  mine: <UserRound />,
  ai: <Bot />,
  people: <Users />,
  resolved: <Inbox />,
  all: <Inbox />,
};

interface ListEmptyProps {
  tab: Tab;
  q: string | undefined;
  onShowAll: () => void;
}

/** Why a list is empty, and what to do about it. */
export function ListEmpty({ tab, q, onShowAll }: ListEmptyProps) {
  const { t } = useTranslation('conversation');
  const mayConnect = useMay('ORG_ADMIN');
  const channels = useChannels().data;
  if (q !== undefined) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('empty.search.title')}
        description={t('empty.search.detail', { q })}
        action={
          tab === 'all' ? undefined : <Button onClick={onShowAll}>{t('empty.search.everywhere')}</Button>
        }
        className="my-auto"
      />
    );
  }
  const hasNumber = channels?.some((channel) => channel.status === 'open') ?? true;
  if (!hasNumber) {
    return (
      <EmptyState
        icon={<Inbox />}
        title={t('empty.noNumber.title')}
        description={t('empty.noNumber.detail')}
        action={
          mayConnect && (
            <Link to="/whatsapp" className={buttonClass('primary')}>
              {t('empty.noNumber.action')}
            </Link>
          )
        }
        className="my-auto"
      />
    );
  }
  return (
    <EmptyState
      icon={ICONS[tab]}
      title={t(`empty.${tab}.title`)}
      description={t(`empty.${tab}.detail`)}
      action={tab === 'all' ? undefined : <Button onClick={onShowAll}>{t('empty.showAll')}</Button>}
      className="my-auto"
    />
  );
}
