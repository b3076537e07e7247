import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = Awaited<ReturnType<typeof engineModule.SchemaEngine.new>>;

/** What wasm-bindgen generates beside what it types. */
interface Bindings {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

function isStart(value: unknown): value is () => void {
  return typeof value === 'function';
}

let loaded = false;

/** The package exports only its JavaScript half, so the .wasm is found beside it and joined by hand. */
async function loadEngine(): Promise<void> {
  if (loaded) return;
  const scriptPath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(join(dirname(scriptPath), 'schema_engine_bg.wasm'));
  const glue = engineModule as unknown as WebAssembly.ModuleImports & Bindings;
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (isStart(start)) start();
  loaded = true;
}

/**
 * The adapter cuts scripts at every semicolon, which breaks function bodies. PostgreSQL takes a whole script as
 * one query, and runs it as one transaction: a migration that fails leaves nothing behind.
 */
class WholeScriptAdapterFactory extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/**
 * Prisma's schema engine as WebAssembly, talking through the driver adapter: the same engine version as
 * the CLI's binary, which cannot be downloaded everywhere.
 */
export async function openSchemaEngine(databaseUrl: string, schema: string): Promise<SchemaEngine> {
  await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new WholeScriptAdapterFactory({ connectionString: databaseUrl, max: 1 }),
  );
  return engineModule.SchemaEngine.new(
    { datamodels: [['prisma/schema.prisma', schema]] },
    () => undefined,
    adapter,
  );
}
