import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { Listed, ListedWords } from '../../../components/listed';
import { ApiError } from '../../../lib/api/api-error';
import type { Credential } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useCredentials, useRemoveCredential } from '../api/use-credentials';
import { CredentialDialog } from './credential-dialog';
import { RemoveDialog } from './remove-dialog';
import { RowButtons } from './row-buttons';

/** Secrets with which automations call other systems. */
export function CredentialsCard() {
  const { t } = useTranslation('integrations');
  const format = useFormat();
  const [edited, edit] = useState<Credential | 'new'>();
  const [removed, setRemoved] = useState<Credential>();
  return (
    <Card
      title={t('credentials.title')}
      description={t('credentials.detail')}
      aside={
        <Button icon={<Plus aria-hidden />} onClick={() => edit('new')}>
          {t('credentials.new')}
        </Button>
      }
    >
      <Listed query={useCredentials()} empty={t('credentials.empty')} label={t('credentials.title')}>
        {(credential) => (
          <>
            <KeyRound aria-hidden className="size-4 shrink-0 text-muted max-sm:hidden" />
            <ListedWords
              title={credential.name}
              detail={[
                credential.hosts.join(', '),
                credential.lastUsedAt === null
                  ? t('credentials.neverUsed')
                  : t('credentials.used', { time: format.dateTime(credential.lastUsedAt) }),
              ].join(' · ')}
            />
            <Chip className="max-sm:hidden">{t(`credentials.type.${credential.type}`)}</Chip>
            <RowButtons
              name={credential.name}
              onEdit={() => edit(credential)}
              onRemove={() => setRemoved(credential)}
            />
          </>
        )}
      </Listed>
      {edited !== undefined && (
        <CredentialDialog
          credential={edited === 'new' ? undefined : edited}
          onClose={() => edit(undefined)}
        />
      )}
      {removed !== undefined && (
        <RemoveCredential credential={removed} onClose={() => setRemoved(undefined)} />
      )}
    </Card>
  );
}

function RemoveCredential({ credential, onClose }: { credential: Credential; onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const remove = useRemoveCredential();
  const inUse = remove.error instanceof ApiError && remove.error.code === 'credential_in_use';
  return (
    <RemoveDialog item={credential} consequence={t('credentials.removal')} remove={remove} onClose={onClose}>
      {inUse && <p className="mt-1">{t('credentials.inUse')}</p>}
    </RemoveDialog>
  );
}
