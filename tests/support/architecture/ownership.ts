import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OWNERS, READS_ALLOWED, WRITES_ALLOWED } from "./owners";
import { type Sources, withoutComments } from "./source";
import { DOMAIN_ORDER } from "./table";

/** The models of the Prisma schema, with their tables and the names other models call them by. */
export type Schema = {
  tables: ReadonlyMap<string, string>;
  relations: ReadonlyMap<string, readonly string[]>;
  models: readonly string[];
};

/** Reads models, tables and relations from the schema files. */
export function readSchema(root: string): Schema {
  const folder = join(root, "prisma/models");
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const blocks = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
    name,
    body,
  }));
  const models = blocks.map(({ name }) => name);
  const relations = new Map<string, string[]>();
  for (const { body } of blocks)
    for (const [, field = "", type = ""] of body.matchAll(/^\s+(\w+)\s+(\w+)(?:\[\]|\?)?(?:\s|$)/gm))
      if (models.includes(type)) relations.set(field, [...(relations.get(field) ?? []), type]);
  return {
    models,
    relations,
    tables: new Map(blocks.map(({ name, body }) => [/@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, name])),
  };
}

const WRITE =
  "create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany";
const PRISMA_WRITE = new RegExp(String.raw`\b(?:db|tx|prisma)\s*\.\s*(\w+)\s*\.\s*(?:${WRITE})\s*\(`, "g");
const NESTED_WRITE = new RegExp(String.raw`\b(\w+)\s*:\s*\{\s*(?:${WRITE}|connectOrCreate)\s*:`, "g");
const SQL_WRITE = /(?:INSERT INTO|(?<!FOR |KEY |DO )UPDATE|DELETE FROM|TRUNCATE)\s+"?(\w+)"?/g;
const PRISMA_READ =
  /\b(?:db|tx|prisma)\s*\.\s*(\w+)\s*\.\s*(?:findMany|findFirst|findFirstOrThrow|findUnique|findUniqueOrThrow|count|groupBy|aggregate)\b/g;
const SQL_READ = /\b(?:FROM|JOIN)\s+"?(\w+)"?/g;

/** Every write of a model outside the folder of its owner, as a sentence that names file and model. */
export function findForeignWrites(sources: Sources, schema: Schema): string[] {
  return findEach(sources, (path, source) => {
    const models = [
      ...namesIn(source, PRISMA_WRITE).flatMap((name) => modelOf(schema, name) ?? []),
      ...namesIn(source, SQL_WRITE).flatMap((table) => schema.tables.get(table) ?? []),
      ...namesIn(source, NESTED_WRITE).flatMap((field) => foreignRelation(path, schema, field)),
    ];
    return models
      .filter((model) => !isOwner(path, model) && !(`${path} ${model}` in WRITES_ALLOWED))
      .map((model) => `${path} writes ${model}, which belongs to ${ownersOf(model)}.`);
  });
}

/** Every read of a table that belongs to a domain which comes later, as a sentence that names file and model. */
export function findReadsAhead(sources: Sources, schema: Schema): string[] {
  return findEach(sources, (path, source) => {
    const place = DOMAIN_ORDER.indexOf(folderOf(path));
    if (place < 0) return [];
    const models = [
      ...namesIn(source, PRISMA_READ).flatMap((name) => modelOf(schema, name) ?? []),
      ...namesIn(source, SQL_READ).flatMap((table) => schema.tables.get(table) ?? []),
    ];
    return models
      .filter((model) => DOMAIN_ORDER.indexOf(OWNERS[model]?.[0] ?? "") > place)
      .filter((model) => !(`${path} ${model}` in READS_ALLOWED))
      .map((model) => `${path} reads ${model}, but ${folderOf(path)} comes before ${ownersOf(model)}.`);
  });
}

/** The exceptions that no file needs any more. */
export function findNeedlessExceptions(sources: Sources, schema: Schema): string[] {
  const isNeeded = (entry: string, found: (path: string, source: string) => string[]) => {
    const [path = "", model = ""] = entry.split(" ");
    return found(path, withoutComments(sources.get(path) ?? "")).includes(model);
  };
  const written = (path: string, source: string) =>
    [...namesIn(source, PRISMA_WRITE).flatMap((name) => modelOf(schema, name) ?? [])].concat(
      namesIn(source, SQL_WRITE).flatMap((table) => schema.tables.get(table) ?? []),
      namesIn(source, NESTED_WRITE).flatMap((field) => foreignRelation(path, schema, field)),
    );
  const read = (_: string, source: string) =>
    [...namesIn(source, PRISMA_READ).flatMap((name) => modelOf(schema, name) ?? [])].concat(
      namesIn(source, SQL_READ).flatMap((table) => schema.tables.get(table) ?? []),
    );
  return [
    ...Object.keys(WRITES_ALLOWED).filter((entry) => !isNeeded(entry, written)),
    ...Object.keys(READS_ALLOWED).filter((entry) => !isNeeded(entry, read)),
  ];
}

function findEach(sources: Sources, find: (path: string, source: string) => string[]): string[] {
  return [...sources]
    .filter(([path]) => path.startsWith("lib/"))
    .flatMap(([path, source]) => [...new Set(find(path, withoutComments(source)))]);
}

function namesIn(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map((match) => match[1] ?? "");
}

function modelOf({ models }: Schema, name: string): string | null {
  const model = name.charAt(0).toUpperCase() + name.slice(1);
  return models.includes(model) ? model : null;
}

function foreignRelation(path: string, { relations }: Schema, field: string): string[] {
  const models = relations.get(field) ?? [];
  return models.some((model) => isOwner(path, model)) ? [] : models.slice(0, 1);
}

function folderOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function isOwner(path: string, model: string): boolean {
  return OWNERS[model]?.includes(folderOf(path)) ?? false;
}

function ownersOf(model: string): string {
  return OWNERS[model]?.join(" and ") ?? "nobody";
}
