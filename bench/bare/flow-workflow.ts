import { proxyActivities, sleep } from '@temporalio/workflow';

const { post } = proxyActivities<{ post(body: string): Promise<number> }>({
  startToCloseTimeout: '1 minute',
});

/** What the drawing of bench/flow.ts does, written by hand: call, decide, wait a second, call. */
export async function direct(token: string): Promise<void> {
  const status = await post('{}');
  const ok = status === 201 ? 'sim' : 'não';
  if (ok !== 'sim') return;
  await sleep(1_000);
  await post(JSON.stringify({ token, ok }));
}
