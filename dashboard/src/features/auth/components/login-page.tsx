import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSelect } from '../../../components/language-select';
import { Logo } from '../../../components/logo';
import { usePageTitle } from '../../../lib/use-page-title';
import { LoginForm } from './login-form';
import { LoginScene } from './login-scene';

export function LoginPage() {
  const { t } = useTranslation('auth');
  const { redirect = '/', note } = useSearch({ from: '/login' });
  const router = useRouter();
  usePageTitle(t('title'));
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main className="flex flex-col px-5 py-6 sm:px-10">
        <div className="flex items-center justify-between gap-4">
          <span className="flex items-center gap-2.5 text-md font-semibold">
            <Logo className="size-8" /> Prosa
          </span>
          <LanguageSelect />
        </div>
        <div className="mx-auto my-auto w-full max-w-[360px] py-10">
          <LoginForm note={note} onDone={() => router.history.replace(redirect)} />
        </div>
      </main>
      <LoginScene />
    </div>
  );
}
