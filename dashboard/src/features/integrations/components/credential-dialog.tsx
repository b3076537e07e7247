import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDialog } from '../../../components/edit-dialog';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { PasswordInput } from '../../../components/password-input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import type { Credential } from '../../../lib/api/types';
import { useSaveCredential } from '../api/use-credentials';
import {
  areHosts,
  CREDENTIAL_TYPES,
  type CredentialDraft,
  type CredentialType,
  isComplete,
  keyNameOf,
  needsSecret,
  readHosts,
} from '../lib/credential-draft';

const NAME_MAX = 80;
const KEY_MAX = 200;
const SECRET_MAX = 8_000;
const NEW: CredentialDraft = { name: '', type: 'bearer', hosts: '', keyName: '', secret: '' };

/** How another system is told who calls. The secret goes in and never comes back. */
export function CredentialDialog(props: { credential: Credential | undefined; onClose: () => void }) {
  const { credential, onClose } = props;
  const { t } = useTranslation('integrations');
  const save = useSaveCredential();
  const [draft, setDraft] = useState<CredentialDraft>(() =>
    credential === undefined ? NEW : draftOf(credential),
  );
  const change = (part: Partial<CredentialDraft>) => setDraft({ ...draft, ...part });
  const body = {
    name: draft.name.trim(),
    type: draft.type,
    hosts: readHosts(draft.hosts),
    keyName: keyNameOf(draft),
    ...(draft.secret === '' ? {} : { secret: draft.secret }),
  };
  return (
    <EditDialog
      title={credential === undefined ? t('credentials.new') : t('edit', { name: credential.name })}
      incomplete={!isComplete(credential, draft)}
      saving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ id: credential?.id, body }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={t('name')}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={NAME_MAX}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('credentials.typeLabel')} hint={t(`credentials.typeHint.${draft.type}`)}>
        {(control) => (
          <Select
            {...control}
            value={draft.type}
            onChange={(event) => change({ type: event.target.value as CredentialType })}
          >
            {CREDENTIAL_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`credentials.type.${type}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.type !== 'bearer' && (
        <Field label={t(`credentials.keyName.${draft.type}`)}>
          {(control) => (
            <Input
              {...control}
              value={draft.keyName}
              maxLength={KEY_MAX}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => change({ keyName: event.target.value })}
            />
          )}
        </Field>
      )}
      <HostsField draft={draft} change={change} />
      <SecretField credential={credential} draft={draft} change={change} />
    </EditDialog>
  );
}

interface PartProps {
  draft: CredentialDraft;
  change: (part: Partial<CredentialDraft>) => void;
}

function HostsField({ draft, change }: PartProps) {
  const { t } = useTranslation('integrations');
  // What is half written is no mistake yet.
  const [hostsLeft, setHostsLeft] = useState(false);
  const hosts = readHosts(draft.hosts);
  const wrongHosts = hostsLeft && hosts.length > 0 && !areHosts(hosts);
  return (
    <Field
      label={t('credentials.hosts')}
      hint={t('credentials.hostsHint')}
      error={wrongHosts ? t('credentials.hostsWrong') : undefined}
    >
      {(control) => (
        <Textarea
          {...control}
          rows={2}
          value={draft.hosts}
          autoCapitalize="none"
          spellCheck={false}
          placeholder="api.exemplo.com"
          onBlur={() => setHostsLeft(true)}
          onChange={(event) => change({ hosts: event.target.value })}
        />
      )}
    </Field>
  );
}

function SecretField({ credential, draft, change }: PartProps & { credential: Credential | undefined }) {
  const { t } = useTranslation('integrations');
  return (
    <Field
      label={t(draft.type === 'basic' ? 'credentials.password' : 'credentials.secret')}
      hint={secretHint()}
    >
      {(control) => (
        <PasswordInput
          {...control}
          value={draft.secret}
          maxLength={SECRET_MAX}
          autoComplete="new-password"
          onChange={(event) => change({ secret: event.target.value })}
        />
      )}
    </Field>
  );

  function secretHint(): string {
    if (credential === undefined) return t('credentials.secretOnce');
    if (needsSecret(credential, draft)) return t('credentials.secretAgain');
    return credential.secretEnd === ''
      ? t('credentials.secretKept')
      : t('credentials.secretKeptEnd', { end: credential.secretEnd });
  }
}

function draftOf({ name, type, hosts, keyName }: Credential): CredentialDraft {
  return { name, type, hosts: hosts.join('\n'), keyName: keyName ?? '', secret: '' };
}
