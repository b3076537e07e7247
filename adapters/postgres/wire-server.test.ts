import { connect } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded';

let database: EmbeddedDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  const port = await freePort();
  database = await startEmbeddedDatabase({ port });
  pool = new pg.Pool({ connectionString: database.url, max: 20 });
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE counter (id int PRIMARY KEY, n int); INSERT INTO counter VALUES (1, 0)');
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

describe('WireServer', () => {
  it('gives each client its own answers, also among errors and transactions', async () => {
    const own = async (n: number) => {
      const { rows } = await pool.query<{ a: number; b: string }>('SELECT $1::int AS a, $2::text AS b', [
        n,
        'x'.repeat(n * 31),
      ]);
      expect(rows).toEqual([{ a: n, b: 'x'.repeat(n * 31) }]);
    };
    const failing = async (n: number) => {
      await expect(pool.query('SELECT 1 / $1::int, $2::int', [0, n])).rejects.toThrow('division by zero');
    };
    const transaction = async () => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const { rows } = await client.query<{ n: number }>(
          'SELECT n FROM counter WHERE id = $1 FOR UPDATE',
          [1],
        );
        await client.query('UPDATE counter SET n = $1 WHERE id = 1', [(rows[0]?.n ?? 0) + 1]);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    };
    await Promise.all(Array.from({ length: 300 }, (_, n) => ([own, failing, transaction][n % 3] ?? own)(n)));
    const { rows } = await pool.query('SELECT n FROM counter');
    expect(rows).toEqual([{ n: 100 }]);
  });

  it('keeps a setting of one transaction out of the others', async () => {
    const seen = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const client = await pool.connect();
        try {
          await client.query('BEGIN');
          await client.query("SELECT set_config('app.tenant', $1, true)", [String(n)]);
          const { rows } = await client.query<{ t: string }>(
            "SELECT current_setting('app.tenant', true) AS t",
          );
          await client.query('COMMIT');
          return rows[0]?.t === String(n);
        } finally {
          client.release();
        }
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
    const { rows } = await pool.query("SELECT coalesce(current_setting('app.tenant', true), '') AS t");
    expect(rows).toEqual([{ t: '' }]);
  });

  it('rolls back for a client that goes away in its transaction, and serves the others', async () => {
    const lost = new pg.Client({ connectionString: database.url });
    lost.on('error', () => undefined);
    await lost.connect();
    await lost.query('BEGIN');
    await lost.query('UPDATE counter SET n = -1 WHERE id = 1');
    const waiting = pool.query<{ n: number }>('SELECT n FROM counter');
    // pg keeps its socket to itself; a killed process would drop it just so.
    (lost as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect((await waiting).rows[0]?.n).toBeGreaterThanOrEqual(0);
  });

  it('goes on in a failed transaction until its owner ends it', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await expect(client.query('SELECT nothing')).rejects.toThrow();
    await expect(client.query('SELECT 1')).rejects.toThrow('current transaction is aborted');
    const other = pool.query('SELECT 2 AS two');
    await client.query('ROLLBACK');
    client.release();
    expect((await other).rows).toEqual([{ two: 2 }]);
  });

  it('runs a script of many statements as one', async () => {
    const results = await pool.query(
      'CREATE TEMP TABLE s (n int); INSERT INTO s VALUES (1); SELECT n FROM s',
    );
    expect((results as unknown as pg.QueryResult[])[2]?.rows).toEqual([{ n: 1 }]);
  });

  it('says no to encryption and reads a start that comes in drops', async () => {
    const socket = connect(Number(new URL(database.url).port), '127.0.0.1');
    const answers: Buffer[] = [];
    socket.on('data', (data: Buffer) => answers.push(data));
    const ssl = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
    const parameters = Buffer.from('user\0postgres\0database\0postgres\0\0');
    const head = Buffer.alloc(8);
    head.writeInt32BE(8 + parameters.length, 0);
    head.writeInt32BE(196_608, 4);
    for (const byte of Buffer.concat([ssl, head, parameters])) {
      socket.write(Buffer.from([byte]));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    while (Buffer.concat(answers).length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    const answer = Buffer.concat(answers);
    expect(answer.subarray(0, 2).toString()).toBe('NR');
    expect(answer.subarray(-6, -1)).toEqual(Buffer.from([0x5a, 0, 0, 0, 5]));
    socket.destroy();
  });
});
