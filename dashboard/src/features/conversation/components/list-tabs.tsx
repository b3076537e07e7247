import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { useFormat } from '../../../lib/format/use-format';
import { useConversationCounts } from '../api/use-conversation-counts';
import { type Tab, TABS } from '../lib/inbox-search';

export function ListTabs() {
  const { t } = useTranslation('conversation');
  const counts = useConversationCounts().data;
  const countOf: Partial<Record<Tab, number | undefined>> = {
    waiting: counts?.AGUARDANDO_HUMANO,
    ai: counts?.IA_ATIVA,
    people: counts?.HUMANO_RESPONDEU,
  };
  return (
    <Tabs.List
      aria-label={t('tabs.label')}
      activateOnFocus
      className="flex shrink-0 flex-wrap gap-1.5 border-b border-divider px-4 pt-2 pb-3"
    >
      {TABS.map((tab) => (
        <ListTab key={tab} tab={tab} label={t(`tabs.${tab}`)} count={countOf[tab]} />
      ))}
    </Tabs.List>
  );
}

function ListTab({ tab, label, count }: { tab: Tab; label: string; count: number | undefined }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  return (
    <Tabs.Tab
      value={tab}
      className={cx(
        'ring-focus flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs whitespace-nowrap transition-colors duration-120 pointer-coarse:h-9 pointer-coarse:px-3',
        'border-divider text-text-2 hover:bg-raised hover:text-text',
        'data-active:border-primary-text data-active:bg-raised data-active:font-medium data-active:text-text',
      )}
    >
      {label}
      {count !== undefined && count > 0 && (
        <span className={tab === 'waiting' ? 'font-medium text-warning' : 'text-muted'}>
          <span aria-hidden>{format.number(count)}</span>
          <span className="sr-only">{t('tabs.count', { count })}</span>
        </span>
      )}
    </Tabs.Tab>
  );
}
