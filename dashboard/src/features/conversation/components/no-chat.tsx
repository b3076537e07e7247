import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { usePageTitle } from '../../../lib/use-page-title';

/** Beside the list, while none is open. */
export function NoChat() {
  const { t } = useTranslation('conversation');
  usePageTitle(t('title'));
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title={t('noChat.title')}
      description={t('noChat.detail')}
      className="my-auto"
    />
  );
}
