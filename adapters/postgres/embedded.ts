import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { vector } from '@electric-sql/pglite-pgvector';
import { WireServer } from './wire-server';

export interface EmbeddedDatabase {
  url: string;
  close(): Promise<void>;
}

/**
 * PostgreSQL compiled to WebAssembly behind a socket that speaks its wire protocol: what a machine without
 * a PostgreSQL server gets. One backend serves every connection, so statements take turns.
 *
 * @param dataDir folder for the data; undefined keeps it in memory
 * @param port TCP port on the loopback interface
 */
export async function startEmbeddedDatabase(options: {
  dataDir?: string;
  port: number;
}): Promise<EmbeddedDatabase> {
  const db = await PGlite.create({
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    extensions: { vector, pg_trgm, unaccent },
  });
  const server = new WireServer(db);
  await server.listen(options.port, '127.0.0.1');
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${options.port}/postgres`,
    async close() {
      await server.close();
      await db.close();
    },
  };
}
