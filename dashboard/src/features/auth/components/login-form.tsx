import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { PasswordInput } from '../../../components/password-input';
import { useLogin } from '../api/use-login';
import { LOGIN_PROBLEMS, type LoginForm as LoginValues, loginSchema } from '../lib/login-schema';
import type { LoginSearch } from '../lib/login-search';
import { useLockout } from '../lib/use-lockout';
import { LoginMessage } from './login-message';

interface LoginFormProps {
  note: LoginSearch['note'];
  onDone: () => void;
}

export function LoginForm({ note, onDone }: LoginFormProps) {
  const { t } = useTranslation('auth');
  const login = useLogin();
  const lockout = useLockout(login.error);
  const form = useForm<LoginValues>({
    resolver: zodResolver(loginSchema),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    if (login.isPending || lockout.locked) return;
    await login.mutateAsync(values).then(onDone, () => form.setFocus('password', { shouldSelect: true }));
  });
  const wordsOf = (key: string | undefined) => {
    const known = LOGIN_PROBLEMS.find((one) => one === key);
    return known === undefined ? undefined : t(known);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t('heading')}</h1>
        {/* What is wrong takes the place of the greeting: nothing below it moves. */}
        <div className="mt-2 flex min-h-[66px] items-start">
          <LoginMessage error={login.error} note={note} lockedFor={lockout.seconds} />
        </div>
      </div>
      <Field label={t('email')} error={wordsOf(errors.email?.message)}>
        {(control) => (
          <Input
            {...control}
            // Another account was not locked out, and not refused.
            {...form.register('email', { onChange: () => login.reset() })}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={t('emailPlaceholder')}
          />
        )}
      </Field>
      <Field label={t('password')} error={wordsOf(errors.password?.message)}>
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="current-password" />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={login.isPending}
        disabled={lockout.locked}
        className="mt-2 w-full"
      >
        {t('submit')}
      </Button>
      <p className="text-center text-sm text-muted">{t('forgot')}</p>
    </form>
  );
}
