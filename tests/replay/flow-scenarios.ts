import type { WorkflowHandle } from '@temporalio/client';
import { newId } from '../../config/new-id';
import { eventually } from '../support/eventually';
import { flowOf, SAY } from '../support/flow';
import { HOLD, MANUAL } from '../support/flow-sketches';
import type { WorkflowLab } from '../support/workflow-lab';

const CALL = { method: 'POST', url: 'https://example.test/' };

/** As SCENARIOS: what running workflows of automations may look like. */
export const FLOW_SCENARIOS = {
  async 'an automation that calls, waits, speaks and ends'(lab: WorkflowLab) {
    const { ref, script, handle } = await lab.flow(
      flowOf(
        {
          start: MANUAL,
          chama: ['http_request', CALL],
          espera: ['wait', HOLD(1)],
          diz: ['send_text', SAY('oi')],
          fim: ['end'],
        },
        ['start.out > chama', 'chama.out > espera', 'espera.out > diz', 'diz.out > fim'],
      ),
    );
    await eventually(() => expect(script.effects.has('diz')).toBe(true));
    const outcome = { handle: 'out', output: null };
    await lab.gateway.flowOutcome(ref, { effect: script.effects.get('diz') ?? '', outcome });
    await handle.result();
    return handle;
  },

  async 'an automation with a call and a long wait at once, the wait dropped'(lab: WorkflowLab) {
    const branches = [
      { key: 'a', name: 'A' },
      { key: 'b', name: 'B' },
    ];
    const { handle } = await lab.flow(
      flowOf(
        {
          start: MANUAL,
          juntos: ['parallel', { branches, join: { of: 'first' }, onBranchError: 'fail' }],
          chama: ['http_request', CALL],
          espera: ['wait', HOLD(86_400)],
        },
        ['start.out > juntos', 'juntos.branch:a > chama', 'juntos.branch:b > espera'],
      ),
    );
    await handle.result();
    return handle;
  },

  async 'an automation cancelled while it waits for a conversation'(lab: WorkflowLab) {
    const { ref, script, handle } = await lab.flow(
      flowOf({ start: MANUAL, diz: ['send_text', SAY('oi'), { timeoutSeconds: 3_600 }] }, [
        'start.out > diz',
      ]),
    );
    await eventually(() => expect(script.effects.has('diz')).toBe(true));
    await lab.gateway.cancelFlowRun(ref, { userId: null });
    await handle.result();
    return handle;
  },

  async 'an automation moved to another version while it waits'(lab: WorkflowLab) {
    const version = (kind: string) =>
      flowOf({ start: MANUAL, diz: ['send_text', SAY(kind)], espera: ['wait', HOLD(86_400)] }, [
        'start.out > diz',
        'diz.out > espera',
      ]);
    const { ref, script, handle } = await lab.flow(version('um'), version('dois'));
    await eventually(() => expect(script.effects.has('diz')).toBe(true));
    await lab.gateway.moveFlowRun(ref, { versionId: 'v2' });
    await eventually(() => expect(script.last?.memory.versionId).toBe('v2'));
    return handle;
  },

  async 'an hour of a schedule'(lab: WorkflowLab): Promise<WorkflowHandle> {
    const ref = { tenantId: newId(), flowId: newId(), nodeId: 'two' };
    const handle = await lab.client.workflow.start('flowAudience', {
      workflowId: `audience-${newId()}`,
      taskQueue: 'conversation',
      args: [ref],
    });
    await eventually(async () => {
      const { historyLength } = await handle.describe();
      expect(historyLength).toBeGreaterThan(10);
    });
    return handle;
  },
};
