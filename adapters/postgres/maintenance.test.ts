import pg from 'pg';
import { freePorts } from '../../tests/support/processes';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded';
import { maintain } from './maintenance';

let database: EmbeddedDatabase;
let client: pg.Client;

beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  database = await startEmbeddedDatabase({ port });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`
    CREATE TABLE message (tenant int, id int, text text, PRIMARY KEY (id));
    CREATE INDEX message_tenant ON message (tenant, text);
    CREATE FUNCTION find_message(t int, i int) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
      RETURN (SELECT m.text FROM message m WHERE m.tenant = t AND m.id = i);
    END $$`);
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.close();
});

const read = async (column: string) => {
  await client.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await client.query<{ n: string }>(
    `SELECT ${column} AS n FROM pg_stat_user_tables WHERE relname = 'message'`,
  );
  return Number(rows[0]?.n);
};

describe('maintain', () => {
  it('leaves a table alone in which little changed', async () => {
    await client.query("INSERT INTO message SELECT 1, n, 'x' FROM generate_series(1, 40) n");
    expect(await maintain(client)).toEqual([]);
  });

  it('analyses what grew, so that functions plan anew', async () => {
    for (let turn = 0; turn < 10; turn += 1) await client.query('SELECT find_message(1, 7)');
    await client.query("INSERT INTO message SELECT 1, n, 'x' FROM generate_series(41, 900) n");
    expect(await maintain(client)).toEqual(['ANALYZE public.message']);

    const before = await read('idx_tup_fetch');
    for (let turn = 0; turn < 10; turn += 1) await client.query('SELECT find_message(1, 7)');
    expect((await read('idx_tup_fetch')) - before).toBe(10);
  });

  it('gives the room of dead rows back', async () => {
    await client.query("UPDATE message SET text = 'y' WHERE id > 300");
    expect(await read('n_dead_tup')).toBeGreaterThan(500);
    expect(await maintain(client)).toEqual(['VACUUM (ANALYZE) public.message']);
    expect(await read('n_dead_tup')).toBe(0);
    expect(await maintain(client)).toEqual([]);
  });
});
