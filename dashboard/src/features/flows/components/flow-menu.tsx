import { useNavigate } from '@tanstack/react-router';
import {
  Copy,
  Download,
  Ellipsis,
  GitCompareArrows,
  History,
  Pause,
  PencilLine,
  Play,
  SquarePen,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuSeparator } from '../../../components/menu';
import { iconButtonClass } from '../../../components/icon-button';
import { showToast } from '../../../components/toast';
import { useErrorToast } from '../../../components/use-error-toast';
import { cx } from '../../../lib/cx';
import { useMay } from '../../../lib/session/use-session';
import { flowRequests } from '../api/requests';
import type { FlowRow } from '../api/shapes';
import { useSwitchFlow } from '../api/use-flows';
import { fileName, saveJson } from '../lib/save-file';
import { DeleteFlowDialog } from './delete-flow-dialog';
import { NameFlowDialog } from './name-flow-dialog';

/** Everything that may be done to an automation from outside. */
export function FlowMenu({ flow }: { flow: FlowRow }) {
  const { t } = useTranslation('flows');
  const mayEdit = useMay('ORG_MANAGER');
  const tellError = useErrorToast();
  const turn = useSwitchFlow();
  const [dialog, setDialog] = useState<'rename' | 'duplicate' | 'delete'>();
  const close = () => setDialog(undefined);
  const { id } = flow;
  const exportFile = () => {
    flowRequests.exported(id).then((document) => saveJson(fileName(flow.name), document), tellError);
  };
  const switchTo = (on: boolean) =>
    turn.mutate(
      { id, on },
      {
        onError: tellError,
        onSuccess: () =>
          showToast({ tone: 'success', title: t(on ? 'resumed' : 'pausedNow', { name: flow.name }) }),
      },
    );
  return (
    // Above the row's link, which covers all of it.
    <span className="relative">
      <Menu
        label={t('menu.of', { name: flow.name })}
        trigger={
          <button
            type="button"
            aria-label={t('menu.of', { name: flow.name })}
            className={cx(iconButtonClass)}
          >
            <Ellipsis aria-hidden />
          </button>
        }
      >
        <PageItems id={id} />
        {mayEdit && <MenuSeparator />}
        {mayEdit && flow.status === 'active' && (
          <MenuItem icon={<Pause aria-hidden />} onClick={() => switchTo(false)}>
            {t('menu.pause')}
          </MenuItem>
        )}
        {mayEdit && flow.status === 'paused' && (
          <MenuItem icon={<Play aria-hidden />} onClick={() => switchTo(true)}>
            {t('menu.resume')}
          </MenuItem>
        )}
        {mayEdit && (
          <MenuItem icon={<PencilLine aria-hidden />} onClick={() => setDialog('rename')}>
            {t('menu.rename')}
          </MenuItem>
        )}
        {mayEdit && (
          <MenuItem icon={<Copy aria-hidden />} onClick={() => setDialog('duplicate')}>
            {t('menu.duplicate')}
          </MenuItem>
        )}
        {mayEdit && (
          <>
            <MenuItem icon={<Download aria-hidden />} onClick={exportFile}>
              {t('menu.export')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 aria-hidden />} onClick={() => setDialog('delete')}>
              {t('menu.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {(dialog === 'rename' || dialog === 'duplicate') && (
        <NameFlowDialog flow={flow} what={dialog} onClose={close} />
      )}
      {dialog === 'delete' && <DeleteFlowDialog flow={flow} onClose={close} />}
    </span>
  );
}

/** The automation's own pages. */
function PageItems({ id }: { id: string }) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const params = { id };
  return (
    <>
      <MenuItem
        icon={<SquarePen aria-hidden />}
        onClick={() => void navigate({ to: '/automations/$id', params })}
      >
        {t('menu.open')}
      </MenuItem>
      <MenuItem
        icon={<History aria-hidden />}
        onClick={() => void navigate({ to: '/automations/$id/runs', params })}
      >
        {t('menu.runs')}
      </MenuItem>
      <MenuItem
        icon={<GitCompareArrows aria-hidden />}
        onClick={() => void navigate({ to: '/automations/$id/versions', params })}
      >
        {t('menu.versions')}
      </MenuItem>
    </>
  );
}
