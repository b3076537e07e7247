import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { Sheet } from '../../../components/sheet';
import { useMedia } from '../../../lib/use-media';
import type { Automation } from '../api/api';
import { useDocument, useEditorParts, useViewPiece } from '../lib/editor-context';
import type { SaveState } from '../lib/use-autosave';
import { useActions } from '../lib/use-actions';
import { useGlobalKeys } from '../lib/use-global-keys';
import { changeView } from '../lib/view-state';
import { Canvas } from './canvas';
import { ChooseBlockDialog } from './choose-block';
import { EditorHeader } from './editor-header';
import type { EditorSlots } from './flow-editor-page';
import { HelpDialog } from './help-dialog';
import { Inspector } from './inspector';
import { Palette } from './palette';
import { ProblemsPanel } from './problems-panel';
import { QuickAdd } from './quick-add';
import { ScriptView } from './script-view';

interface WorkbenchProps {
  automation: Automation;
  saving: SaveState;
  onSave: () => Promise<void>;
  slots: EditorSlots;
  onPublished: () => void;
}

/** Header, palette, drawing or script, and the panel at the side. */
export function Workbench({ automation, saving, onSave, slots, onPublished }: WorkbenchProps) {
  const { view, flowId, readOnly } = useEditorParts();
  const { open } = useActions();
  const state = useViewPiece((value) => value);
  const [publishing, setPublishing] = useState(false);
  const simulate = slots.simulator ? () => changeView(view, { simulator: !view.get().simulator }) : undefined;
  useGlobalKeys({ save: () => void onSave(), simulate });

  const live = state.live && automation.published !== null ? slots.live?.({ flowId }) : undefined;
  const publish = async () => {
    await onSave();
    setPublishing(true);
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <EditorHeader
        automation={automation}
        saving={saving}
        onSaveAgain={() => void onSave()}
        onPublish={slots.publishDialog && (() => void publish())}
        canSimulate={slots.simulator !== undefined}
        canWatch={slots.live !== undefined && automation.published !== null}
      />
      <div className="flex min-h-0 flex-1">
        {live !== undefined && live}
        {live === undefined && state.view === 'canvas' && !readOnly && <Palette />}
        {live === undefined && (state.view === 'canvas' ? <Canvas /> : <ScriptView />)}
        {live === undefined && <SidePanels slots={slots} />}
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {state.said}
      </p>
      <QuickAdd />
      <ChooseBlockDialog />
      <HelpDialog />
      {slots.publishDialog?.({
        flowId,
        open: publishing,
        onClose: () => setPublishing(false),
        onPublished,
        onShowNode: (nodeId) => {
          setPublishing(false);
          open(nodeId);
        },
      })}
    </div>
  );
}

/** What is open beside the drawing: problems, settings, the simulator. */
function SidePanels({ slots }: Pick<WorkbenchProps, 'slots'>) {
  const { t } = useTranslation('flow-editor');
  const { editor, view, flowId } = useEditorParts();
  const state = useViewPiece((value) => value);
  const document = useDocument();
  const isWide = useMedia('(min-width: 1024px)');
  const simulator =
    state.simulator &&
    slots.simulator?.({
      flowId,
      document,
      onNode: (nodeId) => {
        if (nodeId !== undefined) editor.select([nodeId]);
      },
    });
  return (
    <>
      {state.problems && (
        <SidePanel
          isWide={isWide}
          title={t('problems.panel')}
          onClose={() => changeView(view, { problems: false })}
        >
          <ProblemsPanel />
        </SidePanel>
      )}
      {state.inspector && !state.problems && (
        <SidePanel
          isWide={isWide}
          title={t('inspector.label')}
          onClose={() => changeView(view, { inspector: false })}
        >
          <Inspector trial={slots.nodeTrial} />
        </SidePanel>
      )}
      {simulator !== false && simulator !== undefined && (
        <SidePanel
          isWide={isWide}
          title={t('header.simulate')}
          onClose={() => changeView(view, { simulator: false })}
        >
          {isWide && (
            <div className="flex items-center border-b border-divider py-2 pr-2 pl-4">
              <h2 className="flex-1 font-semibold">{t('header.simulate')}</h2>
              <IconButton
                label={t('simulator.close')}
                icon={<X aria-hidden />}
                onClick={() => changeView(view, { simulator: false })}
              />
            </div>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto">{simulator}</div>
        </SidePanel>
      )}
    </>
  );
}

interface SidePanelProps {
  isWide: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the drawing where there is room, over it where there is not. */
function SidePanel({ isWide, title, onClose, children }: SidePanelProps) {
  if (!isWide) {
    return (
      <Sheet open onClose={onClose} title={title}>
        {children}
      </Sheet>
    );
  }
  return (
    <aside aria-label={title} className="flex w-90 shrink-0 flex-col border-l border-divider bg-surface">
      {children}
    </aside>
  );
}
