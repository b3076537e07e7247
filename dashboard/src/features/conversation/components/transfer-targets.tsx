import { Bot, MessageCircle, Phone, UserRound, Users, UsersRound } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupJidOf } from '../../../../../domain/channel/groups';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useAgents, useInternalContacts, useTeams, useUsers } from '../../../lib/api/team-queries';
import type { Transfer } from '../api/use-transfer';
import { type Colleagues, phoneAddress, type TransferTarget, transferTargets } from '../lib/transfer-targets';

const ICONS: Record<TransferTarget['type'], ReactNode> = {
  user: <UserRound aria-hidden />,
  team: <Users aria-hidden />,
  agent: <Bot aria-hidden />,
  number: <Phone aria-hidden />,
};

/** The two that are typed. */
type Typed = 'number' | 'group';

function useColleagues(): {
  queries: {
    isPending: boolean;
    isError: boolean;
    isFetching: boolean;
    data: unknown;
    error: unknown;
    refetch: () => unknown;
  }[];
  colleagues: Colleagues;
} {
  const [users, teams, agents, numbers] = [useUsers(), useTeams(), useAgents(), useInternalContacts()];
  return {
    queries: [users, teams, agents, numbers],
    colleagues: {
      users: users.data ?? [],
      teams: teams.data ?? [],
      agents: agents.data ?? [],
      numbers: numbers.data ?? [],
    },
  };
}

/** People, teams, agents and known numbers, found by their names; or a number or group that is typed. */
export function TransferTargets({ onChange }: { onChange: (to: Transfer['to'] | undefined) => void }) {
  const { t } = useTranslation('conversation');
  const name = useId();
  const { queries, colleagues } = useColleagues();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [address, setAddress] = useState('');
  const failed = queries.find((query) => query.isError && query.data === undefined);
  const targets = transferTargets(colleagues, words);
  const choose = (target: TransferTarget) => {
    setChosen(target.key);
    onChange(target.to);
  };
  const type = (kind: Typed, typed: string) => {
    setChosen(kind);
    setAddress(typed);
    const found = kind === 'number' ? phoneAddress(typed) : groupJidOf(typed);
    onChange(found === undefined ? undefined : { type: kind, address: found });
  };
  const typing = chosen === 'number' || chosen === 'group' ? chosen : undefined;
  return (
    <div className="flex flex-col gap-3">
      <SearchField value={words} onChange={setWords} />
      {queries.some((query) => query.isPending) && (
        <Loading className="flex flex-col gap-2">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </Loading>
      )}
      {failed !== undefined && (
        <ErrorState
          error={failed.error}
          onRetry={() => queries.forEach((query) => void query.refetch())}
          retrying={failed.isFetching}
        />
      )}
      <fieldset className="min-w-0">
        <legend className="sr-only">{t('transfer.to')}</legend>
        <div className="flex max-h-60 flex-col gap-1 overflow-y-auto rounded-card border border-divider p-1">
          {targets.map((target) => (
            <TargetRow
              key={target.key}
              name={name}
              checked={chosen === target.key}
              onChoose={() => choose(target)}
              icon={ICONS[target.type]}
              label={target.name}
              detail={target.detail ?? t(`transfer.type.${target.type}`)}
            />
          ))}
          {targets.length === 0 && words !== '' && (
            <p role="status" className="px-3 py-2 text-sm text-muted">
              {t('transfer.nobody')}
            </p>
          )}
          {(['number', 'group'] as const).map((kind) => (
            <TargetRow
              key={kind}
              name={name}
              checked={chosen === kind}
              onChoose={() => type(kind, '')}
              icon={kind === 'number' ? <MessageCircle aria-hidden /> : <UsersRound aria-hidden />}
              label={t(`transfer.other.${kind}`)}
              detail={undefined}
            />
          ))}
        </div>
      </fieldset>
      {typing !== undefined && (
        <AddressField kind={typing} value={address} onChange={(typed) => type(typing, typed)} />
      )}
    </div>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('conversation');
  return (
    <Field label={t('transfer.search')}>
      {(control) => (
        <Input
          {...control}
          type="search"
          autoComplete="off"
          placeholder={t('transfer.searchHint')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface AddressFieldProps {
  kind: Typed;
  value: string;
  onChange: (value: string) => void;
}

function AddressField({ kind, value, onChange }: AddressFieldProps) {
  const { t } = useTranslation('conversation');
  return (
    <Field label={t(`transfer.address.${kind}`)} hint={t(`transfer.address.${kind}Hint`)}>
      {(control) => (
        <Input
          {...control}
          inputMode={kind === 'number' ? 'tel' : 'text'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface TargetRowProps {
  name: string;
  checked: boolean;
  onChoose: () => void;
  icon: ReactNode;
  label: string;
  detail: string | undefined;
}

function TargetRow({ name, checked, onChoose, icon, label, detail }: TargetRowProps) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 transition-colors duration-120 hover:bg-raised has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="size-4 shrink-0 appearance-none rounded-full border border-control outline-none checked:border-[5px] checked:border-primary checked:bg-white"
      />
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {detail !== undefined && <span className="block truncate text-xs text-muted">{detail}</span>}
      </span>
    </label>
  );
}
