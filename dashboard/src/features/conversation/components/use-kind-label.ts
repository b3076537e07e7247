import { useTranslation } from 'react-i18next';

const KINDS = ['image', 'audio', 'video', 'document', 'sticker', 'location', 'contact'] as const;

export function useKindLabel(): (kind: string) => string {
  const { t } = useTranslation('conversation');
  return (kind) => {
    const known = KINDS.find((one) => one === kind);
    return known === undefined ? t('kind.unsupported') : t(`kind.${known}`);
  };
}
