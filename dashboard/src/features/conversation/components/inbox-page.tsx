import { Outlet, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { ConversationList } from './conversation-list';

/** List and chat side by side; on a phone one after the other. */
export function InboxPage() {
  const { t } = useTranslation('conversation');
  const { id } = useParams({ strict: false });
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label={t('list.label')}
        className={cx(
          'w-full min-w-0 flex-col border-divider sm:flex sm:w-[300px] sm:shrink-0 sm:border-r lg:w-[340px] 2xl:w-[368px]',
          id === undefined ? 'flex' : 'hidden',
        )}
      >
        <ConversationList activeId={id} />
      </section>
      <div className={cx('relative min-w-0 flex-1 sm:flex', id === undefined ? 'hidden' : 'flex')}>
        <Outlet />
      </div>
    </div>
  );
}
