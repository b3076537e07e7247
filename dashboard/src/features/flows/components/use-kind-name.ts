import { useTranslation } from 'react-i18next';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { languageStore } from '../../../lib/i18n/language';
import { useStore } from '../../../lib/use-store';

/** What people call a kind of node; of a run also `manual` and `subflow`. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation('flows');
  const language = useStore(languageStore);
  return (kind) => {
    if (kind === 'manual' || kind === 'subflow') return t(`trigger.${kind}`);
    return NODE_KINDS.get(kind)?.words[language].name ?? kind;
  };
}
