import { useTranslation } from 'react-i18next';

const KEYS = [
  'password.missing',
  'password.tooShort',
  'password.tooLong',
  'password.same',
  'password.different',
  'password.wrong',
] as const;

/** What the schema says by key, in words. */
export function usePasswordWords(): (key: string | undefined) => string | undefined {
  const { t } = useTranslation('profile');
  return (key) => {
    const known = KEYS.find((one) => one === key);
    return known === undefined ? undefined : t(known);
  };
}
