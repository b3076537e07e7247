import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = InstanceType<typeof engineModule.SchemaEngine>;

interface WasmExports extends WebAssembly.Exports {
  __wbindgen_start(): void;
}

let loaded = false;

/** The package exports only its JavaScript half, so the .wasm is found beside it and joined by hand. */
async function loadEngine(): Promise<void> {
  if (loaded) return;
  const scriptPath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(join(dirname(scriptPath), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  });
  const bind = engineModule as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  bind.__wbg_set_wasm(instance.exports);
  (instance.exports as WasmExports).__wbindgen_start();
  loaded = true;
}

/**
 * Prisma's schema engine as WebAssembly, talking through the driver adapter: the same engine version as
 * the CLI's binary, which cannot be downloaded everywhere.
 */
export async function openSchemaEngine(databaseUrl: string, schema: string): Promise<SchemaEngine> {
  await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl, max: 1 }));
  return engineModule.SchemaEngine.new(
    { datamodels: [['prisma/schema.prisma', schema]] },
    () => undefined,
    adapter,
  );
}
