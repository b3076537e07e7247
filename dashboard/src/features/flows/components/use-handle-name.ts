import { useTranslation } from 'react-i18next';

/** A way out in words; handles of the tenant's own making are shown as they are. */
export function useHandleName(): (handle: string) => string {
  const { t, i18n } = useTranslation('flows');
  return (handle) => (i18n.exists(`flows:handle.${handle}`) ? t(`handle.${handle}` as 'handle.out') : handle);
}
