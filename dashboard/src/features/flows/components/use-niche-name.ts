import { useTranslation } from 'react-i18next';

/** The trade a template is for; one that this page does not know is shown as it is. */
export function useNicheName(): (niche: string) => string {
  const { t, i18n } = useTranslation('flows');
  return (niche) => (i18n.exists(`flows:niche.${niche}`) ? t(`niche.${niche}` as 'niche.geral') : niche);
}
