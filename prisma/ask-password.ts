import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StartupError } from '../config/run-process';

/**
 * Reads a password from standard input: asked for twice and not shown where a person types, one line where a program
 * writes (`… < password.txt`). Never an argument: those are seen by everybody who lists processes.
 *
 * @throws StartupError when the two are not the same, or nothing was given
 */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return firstLine(await readAll());
  const lines = hiddenLines();
  try {
    const password = await lines.ask('Password: ');
    if ((await lines.ask('Again: ')) !== password) {
      throw new StartupError('The two passwords are not the same; nothing was made.');
    }
    return password;
  } finally {
    lines.close();
  }
}

async function readAll(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  if (line === '') throw new StartupError('No password came on standard input; nothing was made.');
  return line;
}

/** The terminal's own editing, without showing what is typed. */
function hiddenLines(): { ask(question: string): Promise<string>; close(): void } {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        // Ctrl-C and Ctrl-D close it.
        const given = () => reject(new StartupError('No password was given; nothing was made.'));
        process.stderr.write(question);
        lines.once('close', given);
        lines.question('', (answer) => {
          lines.off('close', given);
          process.stderr.write('\n');
          resolve(answer);
        });
      }),
    close: () => lines.close(),
  };
}
