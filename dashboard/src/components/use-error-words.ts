import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../lib/api/api-error';
import { NetworkError } from '../lib/api/network-error';

export interface ErrorWords {
  title: string;
  detail: string;
  offline: boolean;
}

/** Any failure in words for people: the API's own, which come translated, or ours where it did not speak. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (error instanceof NetworkError) {
        return { title: t('error.network.title'), detail: t('error.network.detail'), offline: true };
      }
      if (error instanceof ApiError && error.message !== '') {
        return { title: error.message, detail: error.detail, offline: false };
      }
      const unanswered = error instanceof ApiError;
      return {
        title: unanswered ? t('error.server.title') : t('error.page.title'),
        detail: unanswered ? t('error.server.detail') : t('error.page.detail'),
        offline: false,
      };
    },
    [t],
  );
}
