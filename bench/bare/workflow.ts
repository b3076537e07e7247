import {
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
  continueAsNew,
} from '@temporalio/workflow';

/** The least a durable answer can be: a signal, one activity. What the product adds is measured against it. */
export const received = defineSignal<[string]>('received');

const { reply } = proxyActivities<{ reply(token: string): Promise<void> }>({
  startToCloseTimeout: '1 minute',
});

export async function bare(): Promise<void> {
  const tokens: string[] = [];
  setHandler(received, (token) => {
    tokens.push(token);
  });
  for (;;) {
    await condition(() => tokens.length > 0);
    await reply(tokens.splice(0).at(-1) ?? '');
    if (workflowInfo().continueAsNewSuggested && tokens.length === 0) await continueAsNew<typeof bare>();
  }
}
