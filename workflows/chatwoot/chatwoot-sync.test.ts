import { newId } from '../../config/new-id';
import { eventually } from '../../tests/support/test-tenant';
import { HOUR, WorkflowLab } from '../../tests/support/workflow-lab';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

/** A step that goes on until it is let go. */
function held() {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  return { until, letGo };
}

describe('a conversation and its twin at Chatwoot', () => {
  it('takes what changes during a step together into one more', async () => {
    const { ref, script, handle } = lab.chatwoot();
    const { until, letGo } = held();
    script.onChatwoot = async () => {
      if (script.chatwootSteps.length === 1) await until;
      return {};
    };
    await lab.gateway.chatwootChanged(ref, { hear: false });
    await eventually(() => expect(script.chatwootSteps).toEqual([false]));
    for (const hear of [false, true, false]) await lab.gateway.chatwootChanged(ref, { hear });
    letGo();
    await handle.result();
    expect(script.chatwootSteps).toEqual([false, true]);
  });

  it('comes again when something is still under way, and at once when something changes', async () => {
    const { ref, script, handle } = lab.chatwoot();
    script.onChatwoot = () => {
      const step = script.chatwootSteps.length;
      if (step === 1) return { againInMs: 30 };
      return step === 2 ? { againInMs: 100 * HOUR } : {};
    };
    await lab.gateway.chatwootChanged(ref, { hear: false });
    await eventually(() => expect(script.chatwootSteps).toHaveLength(2));
    await lab.gateway.chatwootChanged(ref, { hear: true });
    await handle.result();
    expect(script.chatwootSteps).toEqual([false, false, true]);
  });

  it('still asks there when it first found no place', async () => {
    const { ref, script, handle } = lab.chatwoot();
    script.onChatwoot = () => (script.chatwootSteps.length < 3 ? { busy: true, againInMs: 20 } : {});
    await lab.gateway.chatwootChanged(ref, { hear: true });
    await handle.result();
    expect(script.chatwootSteps).toEqual([true, true, true]);
  });

  it('goes on after its workers were gone, with what was told meanwhile', async () => {
    const { ref, script, handle } = lab.chatwoot();
    let fails = true;
    script.onChatwoot = () => {
      if (fails) throw new Error('Chatwoot is away');
      return {};
    };
    await lab.gateway.chatwootChanged(ref, { hear: false });
    await eventually(() => expect(script.chatwootSteps.length).toBeGreaterThan(0));
    await lab.stopWorkers();
    await lab.gateway.chatwootChanged(ref, { hear: true });
    fails = false;
    await lab.startWorkers();
    await handle.result();
    expect(script.chatwootSteps.at(-1)).toBe(true);
  }, 60_000);

  it('continues as new and loses nothing that is told in between', async () => {
    const { ref, script, handle } = lab.chatwoot();
    await lab.gateway.chatwootChanged(ref, { hear: false });
    const first = (await handle.describe()).runId;
    script.onChatwoot = () => (script.chatwootSteps.length < 60 ? { againInMs: 1 } : {});
    await eventually(() => expect(script.chatwootSteps.length).toBeGreaterThan(20));
    await lab.gateway.chatwootChanged(ref, { hear: true });
    await handle.result();
    expect((await handle.describe()).runId).not.toBe(first);
    expect(script.chatwootSteps).toContain(true);
    expect(script.chatwootSteps.length).toBeGreaterThanOrEqual(60);
  });

  it('is looked for in one place at a time', async () => {
    const tenantId = newId();
    await Promise.all([1, 2, 3].map(() => lab.gateway.reconcileChatwoot(tenantId)));
    await lab.client.workflow.getHandle(`chatwoot-reconcile:${tenantId}`).result();
  });
});
