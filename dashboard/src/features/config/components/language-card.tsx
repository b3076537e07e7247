import { useTranslation } from 'react-i18next';
import { LOCALES } from '../../../../../domain/locale';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { LanguageOptions } from '../../../components/language-options';
import { Loading } from '../../../components/loading';
import { Select } from '../../../components/select';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { useErrorToast } from '../../../components/use-error-toast';
import { useCompany, useSaveCompany } from '../api/use-company';

/** In which language we write to the team. Saved as it is chosen. */
export function LanguageCard() {
  const { t } = useTranslation('config');
  const company = useCompany();
  const save = useSaveCompany();
  const tellError = useErrorToast();
  const shown = (save.isPending ? save.variables : undefined) ?? company.data;
  const choose = (value: string) => {
    const locale = LOCALES.find((each) => each === value);
    if (locale === undefined) return;
    const onSuccess = () => showToast({ tone: 'success', title: t('language.saved') });
    save.mutate({ locale }, { onSuccess, onError: tellError });
  };
  return (
    <Card title={t('language.title')} description={t('language.detail')}>
      {shown !== undefined ? (
        <Field label={t('language.label')} hint={t('language.hint')}>
          {(control) => (
            <Select
              {...control}
              value={shown.locale}
              onChange={({ target }) => choose(target.value)}
              className="sm:max-w-80"
            >
              <LanguageOptions />
            </Select>
          )}
        </Field>
      ) : company.isError ? (
        <ErrorState
          error={company.error}
          onRetry={() => void company.refetch()}
          retrying={company.isFetching}
        />
      ) : (
        <Loading>
          <Skeleton className="h-11" />
        </Loading>
      )}
    </Card>
  );
}
