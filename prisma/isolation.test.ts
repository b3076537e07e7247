import pg from 'pg';
import { type Database, openDatabase } from '../adapters/postgres/database';
import { newId } from '../config/new-id';
import { testEnv } from '../tests/support/harness';
import { createTenant } from '../services/tenant/create-tenant';
import { Prisma } from './generated/client';

let db: Database;
let owner: pg.Pool;
const ids: string[] = [];

beforeAll(async () => {
  const { database } = testEnv();
  db = openDatabase({ ...database, log: () => undefined });
  owner = new pg.Pool({ connectionString: database.url, max: 1 });
  for (const name of ['A', 'B']) {
    const person = {
      name,
      email: `${newId()}@example.test`,
      password: 'a-long-password',
      role: 'ORG_ADMIN' as const,
    };
    const { tenantId } = await createTenant({ db }, { name, owner: person });
    ids.push(tenantId);
    await db.withTenant(tenantId, (tx) =>
      tx.contact.create({ data: { tenantId, name: `cliente de ${name}` } }),
    );
  }
}, 60_000);
afterAll(async () => {
  await db.close();
  await owner.end();
});

describe('tenants', () => {
  it('have row-level security, forced, on every table there is', async () => {
    const { rows } = await owner.query<{
      relname: string;
      relrowsecurity: boolean;
      relforcerowsecurity: boolean;
    }>(
      `SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c
         JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatchObject({ relrowsecurity: true, relforcerowsecurity: true });
  });

  it('have a policy that names the tenant on every table with a tenant_id', async () => {
    const { rows } = await owner.query<{ table_name: string; qual: string | null }>(
      `SELECT c.table_name, p.qual FROM information_schema.columns c
         LEFT JOIN pg_policies p ON p.tablename = c.table_name AND p.policyname = 'tenant_isolation'
        WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id'`,
    );
    for (const { qual } of rows) expect(qual).toContain('tenant_id = ( SELECT current_tenant()');
  });

  it('are acted for by roles that own nothing and bypass nothing', async () => {
    const { rows } = await owner.query<{
      rolname: string;
      rolsuper: boolean;
      rolbypassrls: boolean;
      owned: string;
    }>(
      `SELECT r.rolname, r.rolsuper, r.rolbypassrls, (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid) AS owned
         FROM pg_roles r WHERE r.rolname IN ('prosa_app', 'prosa_system')`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ rolsuper: false, rolbypassrls: false });
    for (const row of rows) expect(Number(row.owned)).toBe(0);
  });

  it('see their own rows and no others, without a where', async () => {
    const [a = '', b = ''] = ids;
    const names = (tenantId: string) => db.withTenant(tenantId, (tx) => tx.contact.findMany());
    expect((await names(a)).map(({ name }) => name)).toEqual(['cliente de A']);
    expect((await names(b)).map(({ name }) => name)).toEqual(['cliente de B']);
    expect(await names(newId())).toEqual([]);
  });

  it('see only their own people', async () => {
    const [a = ''] = ids;
    const people = await db.withTenant(a, (tx) => tx.user.findMany());
    expect(people.map(({ name }) => name)).toEqual(['A']);
  });

  it('cannot write into another tenant', async () => {
    const [a = '', b = ''] = ids;
    await expect(
      db.withTenant(a, (tx) => tx.contact.create({ data: { tenantId: b, name: 'x' } })),
    ).rejects.toThrow();
    const { count } = await db.withTenant(a, (tx) => tx.contact.updateMany({ data: { name: 'changed' } }));
    expect(count).toBe(1);
    const [theirs] = await db.withTenant(b, (tx) => tx.contact.findMany());
    expect(theirs?.name).toBe('cliente de B');
  });

  it('leave nothing behind on a connection', async () => {
    const { database } = testEnv();
    const narrow = openDatabase({ ...database, log: () => undefined });
    const [a = ''] = ids;
    await narrow.withTenant(a, (tx) => tx.contact.count());
    const seen = await narrow.withSystem(
      (tx) => tx.$queryRaw<{ t: string }[]>`SELECT current_setting('app.tenant', true) AS t`,
    );
    expect(seen).toEqual([{ t: '' }]);
    await narrow.close();
  });

  it('are not met by a system verb in tables it was not given', async () => {
    expect(await db.withSystem((tx) => tx.contact.findMany())).toEqual([]);
    expect(await db.withSystem((tx) => tx.chunk.count())).toBe(0);
  });
});

describe('the schema', () => {
  it('is what the migrations make: every model and every field can be read', async () => {
    const models = Object.values(Prisma.ModelName);
    await db.withSystem(async (tx) => {
      for (const model of models) {
        const delegate = tx[`${model.charAt(0).toLowerCase()}${model.slice(1)}` as 'tenant'];
        await delegate.findFirst();
      }
    });
    expect(models.length).toBeGreaterThan(10);
  });

  it('uses the index for a tenant’s conversations', async () => {
    const plan = await db.withTenant(ids[0] ?? '', async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<
        { 'QUERY PLAN': string }[]
      >`EXPLAIN SELECT * FROM conversations WHERE state = 'IA_ATIVA'`;
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index/);
    expect(text).toContain('InitPlan');
  });
});
