import { execFile } from 'node:child_process';

/** A short slice of `npm run chaos` (tests/chaos): one seed, every part killed at more than one moment of a turn. */
describe('under faults', () => {
  it('loses, doubles and interrupts nothing', async () => {
    const args = ['dist/chaos.js', '--kills', '2', '--rate', '6', '--customers', '60', '--seed', '11'];
    const environment: NodeJS.ProcessEnv = { ...process.env };
    // Jest's own: the product must not run as its tests do.
    for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'JEST_WORKER_ID'])
      Reflect.deleteProperty(environment, name);
    const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        args,
        { env: environment, maxBuffer: 64 << 20 },
        (_error, stdout) => resolve({ code: child.exitCode ?? 1, output: stdout }),
      );
    });
    const told = output.slice(output.indexOf('\nwritten'));
    expect([code, told]).toEqual([0, expect.stringContaining('no violation')]);
    expect(told).toMatch(/twice 0, silent 0/);
  }, 400_000);
});
