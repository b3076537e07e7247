import { useReactFlow } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';

const FIT = { padding: 0.15, maxZoom: 1 };

/** Nearer, farther, everything. */
export function ZoomButtons() {
  const { t } = useTranslation('flow-editor');
  const flow = useReactFlow();
  return (
    <>
      <IconButton
        tooltipSide="top"
        label={t('controls.zoomIn')}
        icon={<Plus aria-hidden />}
        onClick={() => void flow.zoomIn()}
      />
      <IconButton
        tooltipSide="top"
        label={t('controls.zoomOut')}
        icon={<Minus aria-hidden />}
        onClick={() => void flow.zoomOut()}
      />
      <IconButton
        tooltipSide="top"
        label={t('controls.fit')}
        icon={<Maximize aria-hidden />}
        onClick={() => void flow.fitView(FIT)}
      />
    </>
  );
}
