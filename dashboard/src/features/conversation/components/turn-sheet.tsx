import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { useTurn } from '../api/use-turn';
import { TurnReasons } from './turn-reasons';

/** "Why was this sent?", for the turn that the address names. */
export function TurnSheet({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('conversation');
  const { turn } = useSearch({ from: '/shell/conversas' });
  const navigate = useNavigate();
  return (
    <Sheet
      open={turn !== undefined}
      onClose={() =>
        void navigate({ to: '.', search: (before) => ({ ...before, turn: undefined }), replace: true })
      }
      title={t('turn.title')}
    >
      {turn !== undefined && <LoadedTurn conversationId={conversationId} turnId={turn} />}
    </Sheet>
  );
}

function LoadedTurn({ conversationId, turnId }: { conversationId: string; turnId: string }) {
  const turn = useTurn(conversationId, turnId);
  if (turn.isPending) {
    return (
      <Loading className="flex flex-col gap-5 p-5">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-28" />
        <Skeleton className="h-44" />
        <Skeleton className="h-24" />
      </Loading>
    );
  }
  if (turn.isError) {
    return <ErrorState error={turn.error} onRetry={() => void turn.refetch()} retrying={turn.isFetching} />;
  }
  return <TurnReasons turn={turn.data} />;
}
