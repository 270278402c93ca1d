import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";
import { readAddress } from "./postgres-outside";
import type { SchemaFile } from "./schema-files";

/** Prisma's own schema engine, running as WebAssembly in this process. */
export type SchemaEngine = glue.SchemaEngine;

const INTERNAL_CHAR_OID = 18;
const CHAR_ARRAY_OID = 1002;
const CHARACTER_ARRAY = 70;
const CHARACTER = 6;

let loading: Promise<void> | null = null;

/** The engine's limit of ten seconds on a lock must not keep a finished process alive. */
function engineImports(): Record<string, unknown> {
  const imports: Record<string, unknown> = { ...glue };
  for (const name of Object.keys(imports).filter((key) => key.startsWith("__wbg_setTimeout")))
    imports[name] = (call: () => void, ms: number) => setTimeout(call, ms).unref();
  return imports;
}

async function loadEngine(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(script), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engineImports() as never,
  });
  glue.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) },
  });
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * Mends two things for the engine: catalogue columns of PostgreSQL's internal type "char" can be read, and a script
 * is sent whole, as one transaction, where the adapter would cut it at every semicolon.
 */
function mended(factory: PrismaPg, onScriptError: (error: Error) => void, pools: Set<pg.Pool>): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const pool = adapter.underlyingDriver();
    pools.add(pool);
    const query = pool.query.bind(pool) as (...parts: unknown[]) => Promise<pg.QueryArrayResult>;
    const patched = async (...parts: unknown[]) => {
      const result = await query(...parts);
      for (const field of result.fields ?? [])
        if (field.dataTypeID === INTERNAL_CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID;
      return result;
    };
    pool.query = patched as unknown as typeof pool.query;
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement);
      const columnTypes = result.columnTypes.map((type) => (type === CHARACTER_ARRAY ? CHARACTER : type));
      return { ...result, columnTypes };
    };
    adapter.executeScript = async (script) => {
      try {
        await query(script);
      } catch (error) {
        onScriptError(error as Error);
        throw error;
      }
    };
    return adapter;
  };
  return factory;
}

/** Runs one piece of work with a schema engine connected to the database. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  files: SchemaFile[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngine();
  await loading;
  let scriptError: Error | undefined;
  const pools = new Set<pg.Pool>();
  const adapter = mended(
    new PrismaPg({ ...readAddress(databaseUrl), max: 2 }),
    (error) => {
      scriptError = error;
    },
    pools,
  );
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await glue.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine);
  } catch (error) {
    throw scriptError ?? error;
  } finally {
    engine.free();
    for (const pool of pools) await pool.end();
  }
}
