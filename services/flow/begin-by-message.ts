import { flowTools } from '../../domain/flow/expression/tools';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { matchMessage, type Intent } from '../../domain/flow/triggers/match-message';
import type { LoadedTurn } from '../conversation/load-turn';
import type { Deps } from '../deps';
import { noteIntentSpending } from './note-spending';
import { readIntent } from './read-intent';
import { readSaid, type SaidMessage } from './read-said';
import { startRun } from './start-run';

export interface MessagesToAsk {
  tenantId: string;
  conversationId: string;
  turn: LoadedTurn;
  /** Files up to this place are waited for no longer. */
  gaveUpSeq: number;
  /** A model that keeps failing is not asked: only the other triggers are. */
  askModel: boolean;
  signal: AbortSignal;
}

export type BegunByMessage =
  /** A run began, once, and the messages are answered by it. */
  | { begun: true; uptoSeq: number }
  /** What a file says may begin a flow: wait for it. */
  | { begun: false; unheard: { id: string; seq: number }[] };

/**
 * Begins the flow that wants what the customer has said, if there is one: at most one, and the AI does not answer it. A run
 * that these very messages began before (a process died in between) is found again, whatever the triggers want by now.
 *
 * @throws ProviderUnavailableError worth another try
 */
export async function beginByMessage(
  deps: Pick<Deps, 'db' | 'workflows' | 'writeText'>,
  input: MessagesToAsk,
): Promise<BegunByMessage> {
  const { tenantId, conversationId, turn } = input;
  const { flows } = turn;
  if (flows === undefined) return { begun: false, unheard: [] };
  const { uptoSeq } = turn;
  const [known] = flows.begun;
  if (known !== undefined) {
    await deps.workflows.startFlowRun({ tenantId, runId: known });
    await markAnswered(deps, input);
    return { begun: true, uptoSeq };
  }
  if (flows.triggers.length === 0) return { begun: false, unheard: [] };
  const { said, unheard } = await readOpen(deps, input);
  if (unheard.length > 0) return { begun: false, unheard };
  const facts = { channelId: turn.channel.id, newContact: flows.newContact, messages: said };
  let intents: Intent[] | null | undefined = input.askModel ? undefined : null;
  let match = matchMessage(flows.triggers, facts, flowTools, intents);
  if (match !== undefined && 'ask' in match) {
    const at = { tenantId, conversationId, fence: turn.fence, uptoSeq };
    const words = said.map(({ text }) => text).join('\n');
    intents = await readIntent(deps, words, match.ask, input.signal, (prompt, answer, ms) =>
      noteIntentSpending(deps, at, { prompt, answer, ms }),
    );
    match = matchMessage(flows.triggers, facts, flowTools, intents);
  }
  if (match === undefined || 'ask' in match) return { begun: false, unheard: [] };
  const { trigger, message, intent } = match;
  await startRun(deps, {
    tenantId,
    flowId: trigger.flowId,
    versionId: trigger.versionId,
    trigger: { kind: 'message_received', node: trigger.nodeId },
    eventKey: `message:${message.id}`,
    payload: payloadOf(said, message.id, intent),
    contactId: flows.contactId,
    conversationId,
  });
  await markAnswered(deps, input);
  return { begun: true, uptoSeq };
}

/** `gatilho`: the message that began it, with the rest of what was said in one breath. */
function payloadOf(said: SaidMessage[], messageId: string, intent: string | null): FlowObject {
  const media = said.find(({ id }) => id === messageId)?.media ?? said.findLast((one) => one.media)?.media;
  const words = said.map(({ text }) => text).filter((text) => text !== '');
  return { texto: words.join('\n'), midia: media ?? null, intencao: intent, mensagem: messageId };
}

async function readOpen(
  deps: Pick<Deps, 'db'>,
  { tenantId, conversationId, turn, gaveUpSeq }: MessagesToAsk,
): Promise<{ said: SaidMessage[]; unheard: { id: string; seq: number }[] }> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const { uptoSeq, answeredSeq: afterSeq } = turn;
    const said = await readSaid(tx, { id: conversationId, tenantId }, { afterSeq, uptoSeq });
    if (said.every(({ media }) => media === undefined)) return { said, unheard: [] };
    const open = await tx.media.findMany({
      where: {
        tenantId,
        id: { in: said.map(({ id }) => id) },
        settledAt: null,
        seq: { gt: BigInt(gaveUpSeq) },
      },
      select: { id: true, seq: true },
    });
    return { said, unheard: open.map(({ id, seq }) => ({ id, seq: Number(seq) })) };
  });
}

/** The flow has them: neither the AI nor another flow answers them too. */
async function markAnswered(
  deps: Pick<Deps, 'db'>,
  { tenantId, conversationId, turn }: MessagesToAsk,
): Promise<void> {
  const answeredSeq = BigInt(turn.uptoSeq);
  await deps.db.withTenant(tenantId, (tx) =>
    tx.conversation.updateMany({
      where: { tenantId, id: conversationId, answeredSeq: { lt: answeredSeq } },
      data: { answeredSeq },
    }),
  );
}
