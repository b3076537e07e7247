import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { PasswordInput } from '../../../components/password-input';
import { useErrorWords } from '../../../components/use-error-words';
import { ApiError } from '../../../lib/api/api-error';
import { useSession } from '../../../lib/session/use-session';
import { useChangePassword } from '../api/use-change-password';
import { type PasswordForm, passwordSchema } from '../lib/password-schema';
import { usePasswordWords } from './use-password-words';

export function PasswordCard() {
  const { t } = useTranslation('profile');
  const { user } = useSession();
  const words = usePasswordWords();
  const errorWords = useErrorWords();
  const change = useChangePassword();
  const form = useForm<PasswordForm>({
    resolver: zodResolver(passwordSchema),
    defaultValues: { currentPassword: '', newPassword: '', repeated: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ currentPassword, newPassword }) => {
    if (!change.isPending) change.mutate({ currentPassword, newPassword }, { onError: show });
  });
  const wrongCurrent = change.error instanceof ApiError && change.error.code === 'wrong_current_password';
  return (
    <Card title={t('password.title')} description={t('password.detail')}>
      <form
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4 sm:max-w-[400px]"
      >
        {/* Password keepers want to know whose it is. */}
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <Field label={t('password.current')} error={words(errors.currentPassword?.message)}>
          {(control) => (
            <PasswordInput
              {...control}
              {...form.register('currentPassword')}
              autoComplete="current-password"
            />
          )}
        </Field>
        <Field label={t('password.new')} hint={t('password.hint')} error={words(errors.newPassword?.message)}>
          {(control) => (
            <PasswordInput {...control} {...form.register('newPassword')} autoComplete="new-password" />
          )}
        </Field>
        <Field label={t('password.repeat')} error={words(errors.repeated?.message)}>
          {(control) => (
            <PasswordInput {...control} {...form.register('repeated')} autoComplete="new-password" />
          )}
        </Field>
        {change.error !== null && !wrongCurrent && (
          <Notice tone="danger" role="alert" title={errorWords(change.error).title}>
            {errorWords(change.error).detail}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {t('password.submit')}
          </Button>
        </div>
      </form>
    </Card>
  );

  function show(error: Error): void {
    if (!(error instanceof ApiError) || error.code !== 'wrong_current_password') return;
    form.setError('currentPassword', { message: 'password.wrong' }, { shouldFocus: true });
  }
}
