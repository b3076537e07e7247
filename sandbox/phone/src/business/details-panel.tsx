import { useState, type ReactNode } from 'react';
import type { InstanceView } from '../../../control/views';
import { call } from '../api/call';
import { useCommand } from '../api/use-command';
import { Button } from '../components/button';
import { Modal, ModalActions } from '../components/modal';
import { SidePanel } from '../components/side-panel';
import { formatNumber } from '../format/number';
import { strings } from '../strings';
import { StateChip } from './state-chip';

const DROP_MS = 5_000;
const words = strings.business;

interface DetailsPanelProps {
  instance: InstanceView | undefined;
  /** Inside a dialog, which has a title of its own. */
  isBare?: boolean;
}

/** How a number stands, and how to disturb it. */
export function DetailsPanel({ instance, isBare = false }: DetailsPanelProps) {
  const body = (
    <>
      {instance !== undefined && <Facts instance={instance} />}
      {instance?.number == null ? <Steps /> : <Disturbances instance={instance} />}
    </>
  );
  return isBare ? body : <SidePanel title={words.details}>{body}</SidePanel>;
}

function Steps() {
  return (
    <section className="rounded-card border border-divider p-4">
      <h3 className="font-semibold">{words.stepsTitle}</h3>
      <ol className="mt-2 flex list-decimal flex-col gap-2 pl-5 text-text-2 marker:text-muted">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ instance }: { instance: InstanceView }) {
  const { number, webhook, groupsIgnored } = instance;
  return (
    <dl className="grid grid-cols-[88px_1fr] gap-x-3 gap-y-2">
      <Fact name={words.state}>
        <StateChip instance={instance} />
      </Fact>
      <Fact name={words.number}>{number === null ? '–' : formatNumber(number)}</Fact>
      <Fact name={words.webhook}>
        <span className="break-all">{webhook?.enabled === true ? webhook.url : words.noWebhook}</span>
      </Fact>
      <Fact name={words.events}>{words.eventCount(webhook?.events.length ?? 0)}</Fact>
      <Fact name={words.groups}>{groupsIgnored ? words.groupsIgnored : words.groupsTold}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Disturbances({ instance }: { instance: InstanceView }) {
  const [isAsking, setIsAsking] = useState(false);
  const path = `instances/${encodeURIComponent(instance.name)}`;
  const drop = useCommand(() => call('POST', `${path}/drop`, { ms: DROP_MS }));
  const unpair = useCommand(() => call('POST', `${path}/unpair`));
  return (
    <div className="flex flex-col gap-4 border-t border-divider pt-4">
      <div className="flex flex-col gap-1">
        <Button disabled={instance.state !== 'open'} onClick={() => drop.mutate()}>
          {words.drop}
        </Button>
        <p className="text-xs text-muted">{words.dropHint}</p>
      </div>
      <div className="flex flex-col gap-1">
        <Button look="danger" onClick={() => setIsAsking(true)}>
          {words.unpair}
        </Button>
        <p className="text-xs text-muted">{words.unpairHint}</p>
      </div>
      <Modal
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words.unpairTitle}
        text={words.unpairText}
      >
        <ModalActions onClose={() => setIsAsking(false)}>
          <Button
            look="destroy"
            onClick={() => {
              setIsAsking(false);
              unpair.mutate();
            }}
          >
            {words.unpairConfirm}
          </Button>
        </ModalActions>
      </Modal>
    </div>
  );
}
