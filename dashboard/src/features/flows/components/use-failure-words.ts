import { useTranslation } from 'react-i18next';

/** Why a block failed, for people; with its technical name where there are no words. */
export function useFailureWords(): (type: string) => string {
  const { t, i18n } = useTranslation('flows');
  return (type) =>
    i18n.exists(`flows:errorType.${type}`)
      ? t(`errorType.${type}` as 'errorType.timeout')
      : t('errorType.other', { type });
}
