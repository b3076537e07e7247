import type { Worker } from '@temporalio/worker';
import { type NativeConnection, Runtime } from '@temporalio/worker';
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { FlowDocument } from '../../domain/flow/document';
import { createLogger } from '../../config/logger';
import { newId } from '../../config/new-id';
import type { ConversationTiming } from '../../domain/conversation/timing';
import type { ConversationRef, WorkflowGateway } from '../../services/workflow-gateway';
import { chatwootWorkflowId } from '../../temporal/chatwoot-gateway';
import { conversationWorkflowId, createWorkflowGateway } from '../../temporal/client';
import { connectTemporal } from '../../temporal/connection';
import { installTemporalRuntime } from '../../temporal/run-worker';
import { flowWorkflowId } from '../../temporal/flow-gateway';
import { FlowScript } from './flow-script';
import { endLeftovers } from './end-leftovers';
import { testEnv } from './harness';
import { Script } from './conversation-script';
import { createScriptedWorkers } from './scripted-workers';

const log = createLogger('test', { level: process.env['TEST_LOG'] ?? 'silent', json: true });

export const HOUR = 3_600_000;

/** Nothing happens by the clock unless a test asks for it. */
export const STILL: ConversationTiming = {
  debounceMs: 0,
  debounceMaxMs: 0,
  humanReturnMs: 24 * HOUR,
  idleCloseMs: 24 * HOUR,
};

/** A real Temporal server and the real workflow; the activities are a script by conversation. */
export class WorkflowLab {
  private constructor(
    private readonly connection: NativeConnection,
    readonly client: Client,
    readonly gateway: WorkflowGateway,
    private readonly createWorkers: () => Promise<Worker[]>,
    private readonly scripts: Map<string, Script>,
    private readonly runs: Map<string, FlowScript>,
  ) {}

  private workers: Worker[] = [];
  private running: Promise<unknown> = Promise.resolve();

  static async start(): Promise<WorkflowLab> {
    installTemporalRuntime(log);
    const env = testEnv();
    const connection = await connectTemporal(env);
    const { namespace } = env.temporal;
    const scripts = new Map<string, Script>();
    const script = (input: { conversationId: string }) => {
      const found = scripts.get(input.conversationId);
      if (found === undefined) throw new Error('a conversation without a script');
      return found;
    };
    const runs = new Map<string, FlowScript>();
    const createWorkers = () => createScriptedWorkers(connection, namespace, script, runs);
    const client = new Client({ connection, namespace });
    const gateway = createWorkflowGateway(connection, namespace);
    const lab = new WorkflowLab(connection, client, gateway, createWorkers, scripts, runs);
    await lab.startWorkers();
    return lab;
  }

  /** As a deployment or a crash does: nothing of a conversation is left in memory. */
  async stopWorkers(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    this.workers = [];
    await this.running;
  }

  async startWorkers(): Promise<void> {
    this.workers = await this.createWorkers();
    this.running = Promise.all(this.workers.map((worker) => worker.run()));
  }

  conversation(): { ref: ConversationRef; script: Script; handle: WorkflowHandle } {
    const ref = { tenantId: newId(), conversationId: newId() };
    const script = new Script();
    this.scripts.set(ref.conversationId, script);
    return { ref, script, handle: this.client.workflow.getHandle(conversationWorkflowId(ref)) };
  }

  /** What keeps a conversation the same at Chatwoot. */
  chatwoot() {
    const { ref, script } = this.conversation();
    return { ref, script, handle: this.client.workflow.getHandle(chatwootWorkflowId(ref)) };
  }

  /** A run of an automation, begun with the first of these versions (`v1`, `v2`, …). */
  async flow(...versions: FlowDocument[]) {
    const ref = { tenantId: newId(), runId: newId() };
    const named = Object.fromEntries(versions.map((document, index) => [`v${index + 1}`, document]));
    const script = new FlowScript(named);
    this.runs.set(ref.runId, script);
    await this.gateway.startFlowRun(ref);
    return { ref, script, handle: this.client.workflow.getHandle(flowWorkflowId(ref)) };
  }

  async close(): Promise<void> {
    await endLeftovers(this.client);
    await this.stopWorkers();
    await this.connection.close();
    await Runtime.instance().shutdown();
  }
}
