import { Link } from '@tanstack/react-router';
import { Smartphone, Trash2, Users } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../components/button';
import { Chip, type Tone } from '../../../components/chip';
import type { Channel } from '../../../lib/api/types';
import { formatPhone } from '../../../lib/format/phone';
import { useFormat } from '../../../lib/format/use-format';
import { useMay } from '../../../lib/session/use-session';
import { type ChannelState, channelState } from '../lib/channel-state';
import { GroupsDialog } from './groups-dialog';
import { RemoveDialog } from './remove-dialog';

const TONES: Record<ChannelState, Tone> = {
  connected: 'success',
  never: 'neutral',
  pairing: 'info',
  reconnecting: 'warning',
  disconnected: 'danger',
  refused: 'danger',
};

/** One number: whether it works, and what to do when it does not. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channel');
  const format = useFormat();
  const nameId = useId();
  const [removing, setRemoving] = useState(false);
  const [choosingGroups, setChoosingGroups] = useState(false);
  const mayChooseGroups = useMay('ORG_ADMIN');
  const state = channelState(channel);
  return (
    <article
      aria-labelledby={nameId}
      className="flex h-full flex-col rounded-card border border-hairline bg-surface p-5"
    >
      <header className="flex items-start gap-3">
        <span
          aria-hidden
          className="grid size-10 shrink-0 place-items-center rounded-control bg-raised text-text-2"
        >
          <Smartphone className="size-5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 id={nameId} className="truncate text-md font-semibold">
            {channel.name}
          </h2>
          <p className="truncate text-text-2">
            {channel.phone === null ? t('card.noPhone') : formatPhone(channel.phone)}
          </p>
        </div>
        <span role="status">
          <Chip tone={TONES[state]} dot>
            {t(`state.${state}`)}
          </Chip>
        </span>
      </header>
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 text-sm">
        {channel.profileName !== null && <Fact label={t('card.profile')} value={channel.profileName} />}
        {channel.connectedAt === null ? (
          <Fact label={t('card.createdAt')} value={format.dateTime(channel.createdAt)} />
        ) : (
          <Fact label={t('card.connectedAt')} value={format.dateTime(channel.connectedAt)} />
        )}
      </dl>
      {(state === 'disconnected' || state === 'refused') && (
        <p className="mt-4 text-sm text-text-2">{t(`card.${state}`)}</p>
      )}
      <footer className="mt-auto flex flex-wrap items-center gap-2 pt-5">
        {state !== 'connected' && (
          <Link
            to="/whatsapp"
            search={{ connect: channel.id }}
            className={buttonClass(state === 'reconnecting' ? 'outline' : 'primary')}
          >
            {state === 'disconnected' || state === 'reconnecting' ? t('card.reconnect') : t('card.connect')}
          </Link>
        )}
        {mayChooseGroups && channel.connectedAt !== null && (
          <Button icon={<Users aria-hidden />} onClick={() => setChoosingGroups(true)}>
            {t('card.groups')}
          </Button>
        )}
        <Button
          variant="ghost"
          // Without a button before it, its words stand under the card's.
          className={state === 'connected' && !mayChooseGroups ? '-ml-3 pointer-coarse:-ml-4' : undefined}
          icon={<Trash2 aria-hidden />}
          onClick={() => setRemoving(true)}
        >
          {t('card.remove')}
        </Button>
      </footer>
      <GroupsDialog channel={channel} open={choosingGroups} onClose={() => setChoosingGroups(false)} />
      <RemoveDialog channel={channel} open={removing} onClose={() => setRemoving(false)} />
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{label}</dt>
      <dd className="break-words">{value}</dd>
    </div>
  );
}
