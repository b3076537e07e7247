import { useTranslation } from 'react-i18next';
import { CONFIG_PROBLEMS } from '../lib/config-schema';

/** What is wrong with a field: ours by key, the server's as it says it. */
export function useProblemWords(): (problem: string | undefined) => string | undefined {
  const { t } = useTranslation('config');
  return (problem) => {
    const known = CONFIG_PROBLEMS.find((one) => one === problem);
    return known === undefined ? problem : t(known);
  };
}
