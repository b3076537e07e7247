import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ALLOWED_GROUPS } from '../../../../../domain/channel/groups';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Notice } from '../../../components/notice';
import { RadioCards } from '../../../components/radio-cards';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import type { Channel, ChannelGroups } from '../../../lib/api/types';
import { useGroups, useSaveGroups } from '../api/use-groups';
import { channelState } from '../lib/channel-state';
import { offeredGroups } from '../lib/offered-groups';
import { GroupByAddress } from './group-by-address';
import { GroupChoices } from './group-choices';

interface GroupsDialogProps {
  channel: Channel;
  open: boolean;
  onClose: () => void;
}

/** Groups are ignored unless they are chosen here. */
export function GroupsDialog({ channel, open, onClose }: GroupsDialogProps) {
  const { t } = useTranslation('channel');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('groups.title', { name: channel.name })}
      description={t('groups.detail')}
      width="md"
    >
      {open && <LoadedGroups channel={channel} onClose={onClose} />}
    </Dialog>
  );
}

function LoadedGroups({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const groups = useGroups(channel.id);
  if (groups.isPending) {
    return (
      <Loading className="flex flex-col gap-3">
        <Skeleton className="h-20 rounded-card" />
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </Loading>
    );
  }
  if (groups.isError && groups.data === undefined) {
    return (
      <ErrorState error={groups.error} onRetry={() => void groups.refetch()} retrying={groups.isFetching} />
    );
  }
  return (
    <GroupsForm
      channel={channel}
      groups={groups.data}
      onAgain={{ ask: () => void groups.refetch(), asking: groups.isFetching }}
      onClose={onClose}
    />
  );
}

interface GroupsFormProps {
  channel: Channel;
  groups: ChannelGroups;
  /** Asks WhatsApp once more. */
  onAgain: { ask: () => void; asking: boolean };
  onClose: () => void;
}

function GroupsForm({ channel, groups, onAgain, onClose }: GroupsFormProps) {
  const { t } = useTranslation(['channel', 'common']);
  const errorWords = useErrorWords();
  const save = useSaveGroups(channel.id);
  const [mode, setMode] = useState(groups.mode);
  const [allowed, setAllowed] = useState(() => new Set(groups.allowed.map(({ jid }) => jid)));
  const [typed, setTyped] = useState<string[]>([]);
  const offered = offeredGroups(groups, typed);
  const isOnline = channelState(channel) === 'connected';
  const add = (jid: string) => {
    setTyped((before) => [...new Set([jid, ...before])]);
    setAllowed((before) => new Set([...before, jid]));
  };
  const submit = () =>
    save.mutate(
      { mode, allowed: [...allowed] },
      {
        onSuccess: () => {
          onClose();
          showToast({ tone: 'success', title: t('groups.saved') });
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-5"
    >
      {groups.available === null && (
        <Notice
          tone="warning"
          title={t(isOnline ? 'groups.unanswered.title' : 'groups.offline.title')}
          action={
            <Button size="sm" busy={onAgain.asking} onClick={onAgain.ask}>
              {t('common:action.retry')}
            </Button>
          }
        >
          {t(isOnline ? 'groups.unanswered.detail' : 'groups.offline.detail')}
        </Notice>
      )}
      {groups.available?.length === 0 && <p className="text-text-2">{t('groups.none')}</p>}
      {offered.length > 0 && <GroupChoices groups={offered} allowed={allowed} onChange={setAllowed} />}
      <GroupByAddress disabled={allowed.size >= MAX_ALLOWED_GROUPS} onAdd={add} />
      <RadioCards
        legend={t('groups.mode')}
        value={mode}
        onChange={setMode}
        className="sm:grid-cols-2"
        options={(['off', 'mention'] as const).map((value) => ({
          value,
          label: t(`groups.modeOf.${value}.label`),
          detail: t(`groups.modeOf.${value}.detail`),
        }))}
      />
      {save.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(save.error).title}>
          {errorWords(save.error).detail}
        </Notice>
      )}
      <div className="flex flex-col-reverse gap-2 pb-2 sm:flex-row sm:justify-end">
        <Button variant="ghost" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t('groups.save')}
        </Button>
      </div>
    </form>
  );
}
