import { spawn } from 'node:child_process';

/**
 * Runs a built command of `dist` on the shared database, as an operator would.
 *
 * @param options.input what is written to its standard input
 */
export function runCommand(
  name: string,
  args: string[],
  options: { input: string; env?: Record<string, string> },
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`dist/${name}.js`, ...args], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'test',
        DATA_DIR: '.local/test',
        DATABASE_PORT: process.env['TEST_DATABASE_PORT'],
        ...options.env,
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
    // A command that refuses its arguments does not read.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input);
  });
}
