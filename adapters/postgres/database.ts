import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '../../prisma/generated/client';

export type Transaction = Prisma.TransactionClient;

/** The SQL functions on the path of every message (prisma/migrations/*_functions): one round trip each. */
export type HotPathFunction =
  | 'receive_message'
  | 'receive_phone_reply'
  | 'load_turn_with_flows'
  | 'store_turn'
  | 'claim_addressed_balloon'
  | 'settle_balloon'
  | 'apply_receipt'
  | 'find_pending_answer'
  | 'prepare_goodbye'
  | 'save_flow_turn'
  | 'search_passages';

export interface Database {
  /**
   * Runs `work` in one transaction that sees this tenant's rows and no others: row-level security, not a `where`,
   * is what keeps tenants apart. The only way to tenant data besides `call`.
   */
  withTenant<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs `work` across tenants, as a role that reaches only the tables its policies name. For verbs that run before
   * a tenant is known (sign-in, webhook routing) or over all of them (sweeps).
   */
  withSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls a function of the hot path, which names its own tenant and role. Returns its JSON. */
  call(name: HotPathFunction, args: readonly unknown[]): Promise<unknown>;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Waiting for a free connection, and the length of a whole transaction (ms). */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 20_000 };

/**
 * @param options.embedded the embedded database has one backend for all connections, so a role may only be assumed
 *   for a transaction; a real server's connections give up the owner's rights as soon as they open.
 */
export function openDatabase(options: {
  url: string;
  embedded: boolean;
  log: (error: Error) => void;
}): Database {
  const pool = new pg.Pool({ connectionString: options.url, max: options.embedded ? 10 : 20 });
  pool.on('error', options.log);
  if (!options.embedded) {
    pool.on('connect', (client) => {
      client.query('SET ROLE prosa_app').catch(options.log);
    });
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION_LIMITS });

  return {
    withTenant: (tenantId, work) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('role', 'prosa_app', true), set_config('app.tenant', ${tenantId}, true)`;
        return work(tx);
      }),
    withSystem: (work) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('role', 'prosa_system', true), set_config('app.tenant', '', true)`;
        return work(tx);
      }),
    async call(name, args) {
      const places = args.map((_, index) => `$${index + 1}`).join(', ');
      const { rows } = await pool.query<{ result: unknown }>(`SELECT ${name}(${places}) AS result`, [
        ...args,
      ]);
      return rows[0]?.result;
    },
    async ping() {
      await pool.query('SELECT 1');
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
