import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { iconButtonClass } from '../../../components/icon-button';

/** On a phone the chat is a page of its own. */
export function BackToList() {
  const { t } = useTranslation();
  return (
    <Link
      to="/conversas"
      search={({ tab, q }) => ({ tab, q })}
      aria-label={t('action.back')}
      className={iconButtonClass}
    >
      <ArrowLeft aria-hidden />
    </Link>
  );
}
