import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { fireEvent } from './fire-event';

/** Kinds of events that things inside of us cause, and the payload of each (`gatilho`). */
export const FLOW_EVENT_KINDS = [
  /** { formId, campos } */
  'form_submitted',
  /** { origem: message | import | form | api | person } */
  'contact_created',
  /** { tagId, etiqueta, por: person | automation } */
  'tag_added',
  /** { de, para }: states of a conversation, or `resolved` */
  'conversation_state_changed',
] as const;
export type FlowEventKind = (typeof FLOW_EVENT_KINDS)[number];

export interface FlowEvent {
  tenantId: string;
  kind: FlowEventKind;
  /** What makes it one, within its kind. */
  eventKey: string;
  contactId: string | null;
  conversationId?: string | null;
  /** With `causedByRunId` where a run did it: that run's flow does not begin because of itself. */
  payload: FlowObject;
}

const noted = z.array(z.object({ noted: z.boolean() }));

/**
 * Notes an event in the transaction of its cause, so that it is not forgotten when the process dies: whoever committed
 * it calls fireEvents, and else the sweep does. An event that no automation waits for leaves no row.
 *
 * @returns whether there is something to fire
 */
export async function noteFlowEvent(tx: Transaction, event: FlowEvent): Promise<boolean> {
  const { tenantId, ...rest } = event;
  const row = JSON.stringify({ id: newId(), ...rest });
  const [first] = noted.parse(
    await tx.$queryRaw`SELECT note_flow_event(${tenantId}::uuid, ${row}::jsonb) AS noted`,
  );
  return first?.noted ?? false;
}

/** Begins the runs of what was noted and committed. What cannot begin now is left to the sweep; nothing is thrown. */
export async function fireEvents(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  events: readonly FlowEvent[],
): Promise<void> {
  for (const event of events) {
    try {
      await fireEvent(deps, event);
    } catch (error) {
      deps.log.warn({ err: error, kind: event.kind }, 'automations could not begin; the sweep will try');
    }
  }
}
