import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field';
import { SearchSelect } from '../../../components/search-select';
import { useContact, useContactSearch } from '../../../lib/api/contact-queries';
import { contactName } from '../../../lib/format/contact-name';
import { formatPhone } from '../../../lib/format/phone';

interface ContactFieldProps {
  /** Id of the contact. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  className?: string;
}

/** One contact, found by name or number; or all. */
export function ContactField({ value, onChange, className = '' }: ContactFieldProps) {
  const { t } = useTranslation('flows');
  const [words, setWords] = useState('');
  const search = useContactSearch(useDeferredValue(words.trim()));
  const chosen = useContact(value);
  const options = (search.data ?? []).map((contact) => ({
    value: contact.id,
    label: contactName(contact) ?? t('runs.unnamed'),
    detail: contact.phone === null ? undefined : formatPhone(contact.phone),
  }));
  const phone = chosen.data?.identities.find(({ kind }) => kind === 'phone')?.value ?? null;
  const name = chosen.data && contactName({ ...chosen.data, phone });
  return (
    <Field label={t('runs.filter.contact')} className={className}>
      {(control) => (
        <SearchSelect
          control={control}
          value={value === undefined ? null : { value, label: name ?? t('runs.filter.oneContact') }}
          options={options}
          onSearch={setWords}
          onChange={(option) => onChange(option?.value)}
          placeholder={t('runs.filter.everybody')}
          clear={t('runs.filter.noContact')}
          empty={search.isPending ? t('runs.filter.looking') : t('runs.filter.nobody')}
        />
      )}
    </Field>
  );
}
