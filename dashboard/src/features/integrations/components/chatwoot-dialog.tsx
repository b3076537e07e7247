import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDialog } from '../../../components/edit-dialog';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { PasswordInput } from '../../../components/password-input';
import { ApiError } from '../../../lib/api/api-error';
import type { ChatwootConnection } from '../../../lib/api/types';
import { type ChatwootBody, useConnectChatwoot } from '../api/use-chatwoot';
import { readChatwootAddress } from '../lib/chatwoot-address';

const ADDRESS_MAX = 400;
const TOKEN_MAX = 300;
const ACCOUNT = /^[1-9]\d{0,8}$/;
const ACCOUNT_MAX_DIGITS = 9;

type FieldName = 'baseUrl' | 'accountId' | 'token';

interface Draft {
  address: string;
  /** Where the address names none. */
  account: string;
  token: string;
}

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: (field: FieldName) => string | undefined;
}

/** Where the team's Chatwoot is, and how it is spoken to. The token goes in and never comes back. */
export function ChatwootDialog(props: { connection: ChatwootConnection | undefined; onClose: () => void }) {
  const { connection, onClose } = props;
  const { t } = useTranslation('integrations');
  const connect = useConnectChatwoot();
  const [draft, setDraft] = useState<Draft>(() => draftOf(connection));
  const body = bodyOf(draft);
  const isSame = body?.baseUrl === connection?.baseUrl && body?.accountId === connection?.accountId;
  const refused = refusedFields(connect.error);
  const part: PartProps = {
    draft,
    change(change) {
      setDraft({ ...draft, ...change });
      // What was refused is no longer what is written.
      connect.reset();
    },
    wrong: (field) => (refused.includes(field) ? t(`chatwoot.fault.${field}`) : undefined),
  };
  return (
    <EditDialog
      title={t('chatwoot.dialog')}
      incomplete={body === undefined || (body.token === undefined && !isSame)}
      saving={connect.isPending}
      error={refused.length > 0 ? null : connect.error}
      onSave={() => body !== undefined && connect.mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <AddressFields {...part} />
      <Field
        label={t('chatwoot.token')}
        hint={connection !== undefined && isSame ? t('chatwoot.tokenKept') : t('chatwoot.tokenHint')}
        error={part.wrong('token')}
      >
        {(control) => (
          <PasswordInput
            {...control}
            value={draft.token}
            maxLength={TOKEN_MAX}
            autoComplete="new-password"
            onChange={(event) => part.change({ token: event.target.value })}
          />
        )}
      </Field>
    </EditDialog>
  );
}

function AddressFields({ draft, change, wrong }: PartProps) {
  const { t } = useTranslation('integrations');
  // What is half written is no mistake yet.
  const [left, setLeft] = useState(false);
  const read = readChatwootAddress(draft.address);
  const isWrong = left && draft.address.trim() !== '' && read === undefined;
  const isNamed = read?.accountId !== undefined;
  return (
    <>
      <Field
        label={t('chatwoot.address')}
        hint={t('chatwoot.addressHint')}
        error={
          isWrong
            ? t('chatwoot.addressWrong')
            : (wrong('baseUrl') ?? (isNamed ? wrong('accountId') : undefined))
        }
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            value={draft.address}
            maxLength={ADDRESS_MAX}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://app.chatwoot.com/app/accounts/1"
            onBlur={() => setLeft(true)}
            onChange={(event) => change({ address: event.target.value })}
          />
        )}
      </Field>
      {read !== undefined && !isNamed && (
        <Field label={t('chatwoot.accountId')} hint={t('chatwoot.accountHint')} error={wrong('accountId')}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={draft.account}
              maxLength={ACCOUNT_MAX_DIGITS}
              autoComplete="off"
              onChange={(event) => change({ account: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function draftOf(connection: ChatwootConnection | undefined): Draft {
  return {
    address: connection?.baseUrl ?? '',
    account: connection === undefined ? '' : String(connection.accountId),
    token: '',
  };
}

/** As the API takes it; undefined while address or account are missing. */
function bodyOf({ address, account, token }: Draft): ChatwootBody | undefined {
  const read = readChatwootAddress(address);
  const accountId = read?.accountId ?? (ACCOUNT.test(account.trim()) ? Number(account) : undefined);
  if (read === undefined || accountId === undefined) return undefined;
  return { baseUrl: read.baseUrl, accountId, ...(token.trim() === '' ? {} : { token: token.trim() }) };
}

function refusedFields(error: unknown): FieldName[] {
  if (!(error instanceof ApiError)) return [];
  const names: FieldName[] = ['baseUrl', 'accountId', 'token'];
  return names.filter((name) => error.fields.some(({ path }) => path === name));
}
