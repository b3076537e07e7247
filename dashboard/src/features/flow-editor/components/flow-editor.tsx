import { ReactFlowProvider } from '@xyflow/react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckContext } from '../../../../../domain/flow/checks/context';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import { createStore } from '../../../lib/store';
import { useIsPhone } from '../../../lib/use-media';
import { useSession } from '../../../lib/session/use-session';
import { type Automation, createAutomation, saveDraft } from '../api/api';
import { createEditor } from '../lib/editor';
import { EditorContext, type EditorParts } from '../lib/editor-context';
import { useAutosave } from '../lib/use-autosave';
import { useCheckContext } from '../lib/use-check-context';
import { useEditLock } from '../lib/use-edit-lock';
import { useSamples } from '../lib/use-samples';
import { createViewStore } from '../lib/view-state';
import { ConflictDialog } from './conflict-dialog';
import type { EditorSlots } from './flow-editor-page';
import { Workbench } from './workbench';

interface FlowEditorProps {
  automation: Automation;
  document: FlowDocument;
  mayEdit: boolean;
  slots: EditorSlots;
  onReload: () => Promise<void>;
  onPublished: () => void;
}

/** One automation under edit: its document, who else is at it, and how it is kept. */
export function FlowEditor({ automation, document, mayEdit, slots, onReload, onPublished }: FlowEditorProps) {
  const { t } = useTranslation('flow-editor');
  const { tenant } = useSession();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const isPhone = useIsPhone();
  const [editor] = useState(() => createEditor(document));
  const [view] = useState(() => createViewStore(isPhone ? 'script' : 'canvas'));
  const [check] = useState(() => createStore<CheckContext>({ flowId: automation.id }));
  const samples = useSamples(automation.id);
  const [deciding, setDeciding] = useState(false);
  useCheckContext(check, automation.id);
  const { held, takeOver } = useEditLock(automation.id, mayEdit, () => void onReload());
  const readOnly = !mayEdit || held !== undefined;
  const autosave = useAutosave({
    editor,
    id: automation.id,
    revision: automation.revision,
    enabled: !readOnly,
  });
  const parts = useMemo<EditorParts>(
    () => ({
      editor,
      view,
      check,
      ...samples,
      readOnly,
      flowId: automation.id,
      tenantId: tenant.id,
      statuses: slots.statuses,
      webhooks: automation.webhooks,
    }),
    [editor, view, check, samples, readOnly, automation.id, tenant.id, slots.statuses, automation.webhooks],
  );

  const decide = async (choice: () => Promise<void>) => {
    setDeciding(true);
    try {
      await choice();
    } catch (error) {
      showToast({ tone: 'danger', title: errorWords(error).title, description: errorWords(error).detail });
    }
    setDeciding(false);
  };
  const keepAsCopy = async () => {
    const mine = editor.document();
    const name = t('conflict.copyName', { name: mine.name }).slice(0, 120);
    const { id } = await createAutomation(name);
    await saveDraft(id, { ...mine, name }, 1);
    showToast({ tone: 'success', title: t('conflict.copied', { name }) });
    await navigate({ to: '/automations/$id', params: { id } });
  };

  return (
    <EditorContext value={parts}>
      <ReactFlowProvider>
        {held !== undefined && <LockNotice name={held.name} onTakeOver={takeOver} />}
        <Workbench
          automation={automation}
          saving={autosave.state}
          onSave={autosave.save}
          slots={slots}
          onPublished={onPublished}
        />
        <ConflictDialog
          open={autosave.state === 'conflict'}
          busy={deciding}
          onTakeTheirs={() => void decide(onReload)}
          onKeepMine={() => void decide(keepAsCopy)}
        />
      </ReactFlowProvider>
    </EditorContext>
  );
}

function LockNotice({ name, onTakeOver }: { name: string; onTakeOver: () => Promise<void> }) {
  const { t } = useTranslation('flow-editor');
  return (
    <Notice
      tone="warning"
      role="status"
      title={t('lock.title', { name })}
      className="m-2 mb-0"
      action={
        <Button size="sm" onClick={() => void onTakeOver()}>
          {t('lock.takeOver')}
        </Button>
      }
    >
      {t('lock.detail')}
    </Notice>
  );
}
