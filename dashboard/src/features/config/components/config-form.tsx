import { useTranslation } from 'react-i18next';
import { FormProvider } from 'react-hook-form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SaveBar } from '../../../components/save-bar';
import { showToast } from '../../../components/toast';
import { UnsavedGuard } from '../../../components/unsaved-guard';
import { useErrorWords } from '../../../components/use-error-words';
import { useChannels } from '../../../lib/api/channels-query';
import type { BotConfig } from '../../../lib/api/types';
import { useMay } from '../../../lib/session/use-session';
import { useSaveKey } from '../../../lib/use-save-key';
import { useConfigForm } from '../lib/use-config-form';
import { ConfidenceCard } from './confidence-card';
import { HoursCard } from './hours-card';
import { LanguageCard } from './language-card';
import { MessagesCard } from './messages-card';
import { PaceCard } from './pace-card';
import { TimingCard } from './timing-card';
import { ToneCard } from './tone-card';

/** How the AI talks, when it calls for help, and how long it waits. */
export function ConfigForm({ config }: { config: BotConfig }) {
  const { t } = useTranslation('config');
  const errorWords = useErrorWords();
  const mayChangeCompany = useMay('ORG_ADMIN');
  const connected = useChannels().data?.filter((channel) => channel.status === 'open').length ?? 0;
  const edit = useConfigForm(config, () => {
    showToast({
      tone: 'success',
      title: t('saved.title'),
      description: t('saved.detail', { count: connected }),
    });
  });
  useSaveKey(() => {
    if (edit.isDirty) edit.submit();
  });
  const hasErrors = Object.keys(edit.form.formState.errors).length > 0;
  return (
    <FormProvider {...edit.form}>
      <Page
        title={t('title')}
        description={t('description')}
        width="md"
        footer={
          edit.isDirty && <SaveBar saving={edit.saving} onSave={edit.submit} onDiscard={edit.discard} />
        }
      >
        <form
          noValidate
          aria-label={t('title')}
          onSubmit={(event) => {
            event.preventDefault();
            edit.submit();
          }}
          className="flex flex-col gap-5"
        >
          {edit.error !== null && (
            <Notice tone="danger" role="alert" title={errorWords(edit.error).title}>
              {errorWords(edit.error).detail}
            </Notice>
          )}
          {hasErrors && edit.form.formState.isSubmitted && (
            <Notice tone="danger" role="alert">
              {t('checkFields')}
            </Notice>
          )}
          <ToneCard />
          <MessagesCard />
          <HoursCard />
          <ConfidenceCard />
          <TimingCard />
          <PaceCard />
        </form>
        {mayChangeCompany && (
          <div className="mt-5">
            <LanguageCard />
          </div>
        )}
        <UnsavedGuard dirty={edit.isDirty} />
      </Page>
    </FormProvider>
  );
}
