import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSchemaEngine } from './schema-engine';

/** Nothing in the schema is managed by others. */
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Applies what is missing of prisma/migrations, in order, and writes Prisma's own log of it.
 *
 * @param databaseUrl a role that owns the schema (and may create roles and extensions the first time)
 * @returns the names of the migrations applied now
 */
export async function applyMigrations(databaseUrl: string, prismaDir: string): Promise<string[]> {
  const baseDir = join(prismaDir, 'migrations');
  const engine = await openSchemaEngine(databaseUrl, readFileSync(join(prismaDir, 'schema.prisma'), 'utf8'));
  const migrationDirectories = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    }));
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir,
      lockfile: {
        path: 'migration_lock.toml',
        content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8'),
      },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    filters: NO_FILTERS,
  });
  engine.free();
  return appliedMigrationNames;
}
