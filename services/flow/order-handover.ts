import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import type { FlowWords } from '../../domain/flow/order-words';
import { asText, type FlowObject, isFlowObject } from '../../domain/flow/runtime/value';
import { isOpen } from '../../domain/hours/opening-hours';
import { readHours } from '../config/hours-schema';
import type { FlowOrderNext, OpenOrder } from './open-order';
import { writeOutcome } from './settle-order';

const SECOND = 1_000;
const DAY_SECONDS = 86_400;

type HandOver = Extract<FlowOrderNext, { next: 'handOver' }>;

/** Whom a flow calls, and for how long it waits for them. */
export async function handoverOf(tx: Transaction, order: OpenOrder): Promise<HandOver> {
  const { settings } = order.order;
  const seconds = settings['returnSeconds'];
  const ways = await drawnWays(tx, order);
  return {
    next: 'handOver',
    handover: {
      orderId: order.id,
      returnMs: (typeof seconds === 'number' ? seconds : DAY_SECONDS) * SECOND,
      to: calledBy(settings),
      priority: asText(settings['priority']),
      summary: settings['aiSummary'] !== false,
    },
    // Who comes back is waited for only where that leads somewhere, and taking over does not.
    leavesWhenTaken: ways.has('taken_over') || !ways.has('returned'),
    speaks: asText(settings['message']) !== '' || asText(settings['outOfHoursMessage']) !== '',
  };
}

function calledBy(settings: FlowObject): HandOver['handover']['to'] {
  const to = isFlowObject(settings['to']) ? settings['to'] : {};
  if (to['who'] === 'team') return { type: 'team', id: asText(to['teamId']) };
  if (to['who'] === 'user') return { type: 'user', id: asText(to['userId']) };
  return null;
}

const drawingSchema = z.object({ edges: z.array(z.object({ from: z.string(), handle: z.string() })) });

/** The ways out of a node that lead anywhere. */
async function drawnWays(tx: Transaction, { tenantId, runId, nodeId }: OpenOrder): Promise<Set<string>> {
  const run = await tx.flowRun.findFirst({
    where: { tenantId, id: runId },
    select: { version: { select: { document: true } } },
  });
  const drawing = drawingSchema.safeParse(run?.version.document);
  const edges = drawing.success ? drawing.data.edges : [];
  return new Set(edges.filter(({ from }) => from === nodeId).map(({ handle }) => handle));
}

/** What the customer hears as the team is called: other words while nobody is there, where the node has them. */
export async function handoverWords(tx: Transaction, { order }: { order: OpenOrder }): Promise<FlowWords[]> {
  const { tenantId } = order;
  const { settings } = order.order;
  const [message, closed] = [asText(settings['message']), asText(settings['outOfHoursMessage'])];
  const { hours, tenant } = await tx.botConfig.findUniqueOrThrow({
    where: { tenantId },
    select: { hours: true, tenant: { select: { timeZone: true } } },
  });
  const nobodyThere = closed !== '' && !isOpen(readHours(hours, tenant.timeZone), Date.now());
  const text = nobodyThere ? closed : message;
  return text === '' ? [] : [{ text }];
}

/** To whom a flow gives the conversation away. A target that is gone ends the order with an error. */
export async function transferOf(tx: Transaction, order: OpenOrder): Promise<FlowOrderNext> {
  const { tenantId, id: transferId, conversationId } = order;
  const { settings } = order.order;
  const to = isFlowObject(settings['to']) ? settings['to'] : {};
  const target = await findTarget(tx, tenantId, to);
  if (target === undefined) {
    const message = 'Whom the flow transfers to does not exist, or cannot take a conversation';
    await writeOutcome(tx, { tenantId, orderId: order.id }, { error: { type: 'no_target', message } });
    return { next: 'ended' };
  }
  const { type, id, name } = target;
  await tx.transfer.createMany({
    data: [{ id: transferId, tenantId, conversationId, targetType: type, targetId: id, targetName: name }],
    skipDuplicates: true,
  });
  return {
    next: 'transfer',
    transferId,
    to: { type, id },
    notify: settings['notify'] !== false,
    summary: settings['aiSummary'] !== false,
  };
}

async function findTarget(
  tx: Transaction,
  tenantId: string,
  to: FlowObject,
): Promise<{ type: 'team' | 'agent'; id: string; name: string } | undefined> {
  const id = asText(to['what'] === 'team' ? to['teamId'] : to['agentId']);
  if (!z.uuid().safeParse(id).success) return undefined;
  const where = { tenantId, id };
  const [type, found] =
    to['what'] === 'team'
      ? (['team', await tx.team.findFirst({ where })] as const)
      : (['agent', await tx.agent.findFirst({ where })] as const);
  return found === null ? undefined : { type, id, name: found.name };
}
