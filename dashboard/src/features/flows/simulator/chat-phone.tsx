import { ImageIcon, Mic, SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompiledFlow } from '../../../../../domain/flow/runtime/compiled';
import { Button } from '../../../components/button';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { useFormat } from '../../../lib/format/use-format';
import { KindIcon } from '../components/kind-icon';
import { useKindName } from '../components/use-kind-name';
import { Bubble } from './bubble';
import { ClockButtons } from './clock-buttons';
import type { SimulatorAction, SimulatorState } from './simulator';
import { useFailureWords } from '../components/use-failure-words';

interface ChatPhoneProps {
  state: SimulatorState;
  act: (action: SimulatorAction) => void;
  flow: CompiledFlow;
}

/** The customer's side. */
export function ChatPhone({ state, act, flow }: ChatPhoneProps) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const end = useRef<HTMLDivElement>(null);
  const { sim } = state;
  const lines = sim?.chat ?? [];
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [lines.length]);
  return (
    <div className="flex flex-col overflow-hidden rounded-sheet border border-control bg-phone-wall">
      <Head state={state} act={act} />
      <div
        role="log"
        aria-label={t('simulator.chat')}
        tabIndex={0}
        className="ring-focus-inset flex h-80 flex-col gap-2 overflow-y-auto p-3"
      >
        {sim === null && <Beginnings flow={flow} act={act} />}
        {lines.map((line, index) => (
          <Bubble
            key={`${index}:${line.at}`}
            line={line}
            onTap={index === lines.length - 1 ? (option) => act({ type: 'tap', option }) : undefined}
          />
        ))}
        {sim?.status === 'ended' && <p className="text-center text-sm text-muted">{t('simulator.ended')}</p>}
        {sim?.failure && (
          <p role="alert" className="text-center text-sm text-danger">
            {t('simulator.failed', { message: failureWords(sim.failure.type) })}
          </p>
        )}
        <div ref={end} />
      </div>
      <Composer act={act} />
      <ClockButtons disabled={sim === null} onAdvance={(ms) => act({ type: 'advance', ms })} />
    </div>
  );
}

/** What the drawing begins with: words of the customer, or something else that is made to happen. */
function Beginnings({ flow, act }: Pick<ChatPhoneProps, 'flow' | 'act'>) {
  const { t } = useTranslation('flows');
  const kindName = useKindName();
  const others = flow.triggers.filter(({ kind }) => kind !== 'message_received');
  return (
    <div className="m-auto flex flex-col items-center gap-2 text-center text-sm text-muted">
      <p>{t(flow.triggers.length === 0 ? 'simulator.noTrigger' : 'simulator.begin')}</p>
      {others.map(({ node, kind }) => (
        <Button
          key={node}
          size="sm"
          icon={<KindIcon kind={kind} />}
          onClick={() => act({ type: 'begin', trigger: node })}
        >
          {kindName(kind)}
        </Button>
      ))}
    </div>
  );
}

/** Who writes, and what time it is for them. */
function Head({ state: { sim, contact }, act }: Pick<ChatPhoneProps, 'state' | 'act'>) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  return (
    <div className="flex items-center gap-2 border-b border-divider bg-surface px-3 py-2">
      <Input
        aria-label={t('simulator.contact')}
        value={contact.nome}
        maxLength={80}
        disabled={sim !== null}
        onChange={({ target }) => act({ type: 'contact', contact: { ...contact, nome: target.value } })}
        className="flex-1 border-divider"
      />
      {sim !== null && (
        <time dateTime={new Date(sim.at).toISOString()} className="shrink-0 text-sm text-muted tabular-nums">
          {format.dateTime(new Date(sim.at).toISOString())}
        </time>
      )}
    </div>
  );
}

function Composer({ act }: Pick<ChatPhoneProps, 'act'>) {
  const { t } = useTranslation('flows');
  const [text, setText] = useState('');
  const say = () => {
    if (text.trim() === '') return;
    act({ type: 'say', text: text.trim() });
    setText('');
  };
  return (
    <form
      className="flex items-center gap-1 border-t border-divider bg-surface p-2"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <IconButton
        label={t('simulator.audio')}
        icon={<Mic aria-hidden />}
        onClick={() =>
          act({
            type: 'say',
            text: '',
            media: { tipo: 'audio', texto: text.trim() || t('simulator.audioSays') },
          })
        }
      />
      <IconButton
        label={t('simulator.image')}
        icon={<ImageIcon aria-hidden />}
        onClick={() =>
          act({ type: 'say', text: text.trim(), media: { tipo: 'image', nome: 'foto.jpg', texto: '' } })
        }
      />
      <Input
        aria-label={t('simulator.message')}
        placeholder={t('simulator.message')}
        value={text}
        maxLength={2_000}
        onChange={(event) => setText(event.target.value)}
        className="flex-1"
      />
      <Button
        type="submit"
        variant="primary"
        disabled={text.trim() === ''}
        aria-label={t('simulator.send')}
        icon={<SendHorizontal aria-hidden />}
        className="px-2.5"
      />
    </form>
  );
}
