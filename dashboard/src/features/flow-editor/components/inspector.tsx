import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { IconButton } from '../../../components/icon-button';
import { Notice } from '../../../components/notice';
import { cx } from '../../../lib/cx';
import { useDocument, useEditorParts, useEditorPiece, useViewPiece } from '../lib/editor-context';
import { readAt } from '../lib/at-path';
import { settingsSchema } from '../lib/settings-schema';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { useScope } from '../lib/use-suggestions';
import { useFlowWords } from '../lib/use-words';
import { changeView } from '../lib/view-state';
import { EnvelopeFields } from './envelope-fields';
import { Exits } from './exits';
import type { EditorSlots } from './flow-editor-page';
import { FlowSettings } from './flow-settings';
import { KindIcon } from './kind-icon';
import { Fields } from './nested-fields';
import { NodeBasics } from './node-basics';
import { SettingField } from './settings-field';
import { WebhookAddress } from './webhook-address';
import { WhatsAppPreview } from './whatsapp-preview';

const TABS = ['settings', 'exits', 'errors', 'trial'] as const;
type Tab = (typeof TABS)[number];

/** Settings that every block has, on the tab of errors. */
const ENVELOPE = ['onError', 'timeoutSeconds', 'retries'];

/** The settings of the selected block; of the flow itself while none is. */
export function Inspector({ trial }: { trial: EditorSlots['nodeTrial'] }) {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const words = useFlowWords();
  const id = useEditorPiece(({ selected }) => (selected.size === 1 ? [...selected][0] : undefined));
  const node = useDocument().nodes.find((each) => each.id === id);
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-2 border-b border-divider py-2 pr-2 pl-4">
        {node && <KindIcon kind={node.kind} />}
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {node ? words.kind(node.kind) : t('flow.title')}
        </h2>
        <IconButton
          label={t('inspector.close')}
          icon={<X aria-hidden />}
          onClick={() => changeView(view, { inspector: false })}
          className="max-lg:hidden"
        />
      </div>
      {node ? <NodeInspector key={node.id} node={node} frame={frame} trial={trial} /> : <FlowSettings />}
    </div>
  );
}

interface NodeInspectorProps {
  node: FlowNode;
  frame: React.RefObject<HTMLDivElement | null>;
  trial: EditorSlots['nodeTrial'];
}

function NodeInspector({ node, frame, trial }: NodeInspectorProps) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { view } = useEditorParts();
  const wanted = useViewPiece((state) => state.wanted);
  const [tab, setTab] = useState<Tab>('settings');
  const definition = NODE_KINDS.get(node.kind);
  const there: Record<Tab, boolean> = {
    settings: true,
    exits: true,
    errors: definition?.canFail === true,
    trial: trial !== undefined && definition !== undefined && definition.family !== 'trigger',
  };
  const tabs = TABS.filter((each) => there[each]);

  const goTo = useEffectEvent((field: string) => {
    // In turn: the tab that the field is on has to be there before the field.
    requestAnimationFrame(() => {
      setTab(ENVELOPE.includes(field) ? 'errors' : 'settings');
      changeView(view, { wanted: undefined });
      requestAnimationFrame(() => focusField(frame.current, field));
    });
  });
  useEffect(() => {
    if (wanted?.nodeId === node.id) goTo(wanted.field);
  }, [wanted, node.id]);

  return (
    <>
      <div
        role="tablist"
        aria-label={t('inspector.tabs')}
        className="flex gap-4 border-b border-divider px-4"
      >
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={tab === each}
            aria-controls="inspector-panel"
            tabIndex={tab === each ? 0 : -1}
            onClick={() => setTab(each)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              const next =
                step === undefined ? undefined : tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
              if (next === undefined) return;
              setTab(next);
              frame.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
            }}
            className={cx(
              'ring-focus-inset border-b-2 py-2.5 text-sm',
              tab === each ? 'border-primary-text font-semibold' : 'border-transparent text-text-2',
            )}
          >
            {t(`inspector.${each}`)}
          </button>
        ))}
      </div>
      <div
        id="inspector-panel"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        tabIndex={-1}
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 outline-none"
      >
        {tab === 'settings' && (
          <>
            <p className="text-sm text-text-2">{words.about(node.kind)}</p>
            <NodeBasics node={node} />
            {node.kind === 'inbound_webhook' && <WebhookAddress nodeId={node.id} />}
            <SettingsForm node={node} />
          </>
        )}
        {tab === 'exits' && <Exits node={node} />}
        {tab === 'errors' && <EnvelopeFields node={node} />}
        {tab === 'trial' && trial && <Trial node={node} trial={trial} />}
      </div>
    </>
  );
}

/** The block alone, with what it would find there. */
function Trial({ node, trial }: { node: FlowNode; trial: NonNullable<EditorSlots['nodeTrial']> }) {
  const { flowId, samplesFrom } = useEditorParts();
  const { agora: _, ...values } = useScope(node.id).filled;
  return trial({ flowId, document: useDocument(), node, known: { values, from: samplesFrom } });
}

/** What its kind asks for, field by field, with what is wrong in words below each. */
function SettingsForm({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const actions = useActions();
  const findings = useAnalysis().ofNode.get(node.id) ?? [];
  const errorAt = (path: string): string | undefined => {
    const found = findings.find(({ field, severity }) => field === path && severity === 'error');
    if (!found) return undefined;
    return found.code === 'invalid_settings' ? t('field.invalid') : words.finding(found, node.kind);
  };
  const others = findings.filter(({ field, severity }) => field === undefined || severity !== 'error');
  const buttons = readAt(node.settings, ['buttons']);
  return (
    <div data-settings className="flex flex-col gap-4">
      {node.kind === 'placeholder' && (
        <Notice tone="warning" title={t('placeholder.title')}>
          {textAt(node.settings, 'was')} {textAt(node.settings, 'reason')}
        </Notice>
      )}
      {others.map((found, index) => (
        <Notice
          key={`${found.code} ${index}`}
          tone={found.severity === 'error' ? 'danger' : found.severity === 'warning' ? 'warning' : 'info'}
        >
          {words.finding(found, node.kind)}
        </Notice>
      ))}
      <Fields
        Setting={SettingField}
        nodeId={node.id}
        kind={node.kind}
        path=""
        schema={settingsSchema(node.kind)}
        value={node.settings}
        errorAt={errorAt}
        onChange={(settings) =>
          actions.change(
            node.id,
            { settings: settings as Record<string, unknown> },
            changedField(node.settings, settings),
          )
        }
      />
      {Array.isArray(buttons) && (
        <WhatsAppPreview
          nodeId={node.id}
          messages={[textAt(node.settings, 'text')]}
          buttons={buttons.map((button) => textAt(button, 'title'))}
        />
      )}
    </div>
  );
}

/** The setting that differs, so that the typing in it is one step. */
function changedField(before: Record<string, unknown>, after: unknown): string {
  const keys = new Set([...Object.keys(before), ...Object.keys(after as object)]);
  return [...keys].find((key) => before[key] !== readAt(after, [key])) ?? '';
}

function textAt(value: unknown, name: string): string {
  const found = readAt(value, [name]);
  return typeof found === 'string' ? found : '';
}

function focusField(frame: HTMLElement | null, field: string): void {
  const invalid = frame?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const first = frame?.querySelector<HTMLElement>('[data-settings] :is(input, textarea, select)');
  (field === '' ? (first ?? invalid) : (invalid ?? first))?.focus();
}
