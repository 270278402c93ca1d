import pg from "pg";
import { keep } from "./database";

/** A statement as it was sent. */
export type Statement = { text: string; values: unknown[] };

// A new connection of the pool says this once, whatever is asked of it.
const OF_A_CONNECTION = /^SELECT set_config\(key, value, false\)/;

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** What some work asks of the database, statement by statement; BEGIN and COMMIT are two. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function heard(...args) {
    const [asked, values] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = (typeof asked === "string" ? asked : asked.text) ?? "";
    const given = typeof asked === "string" ? values : asked.values;
    if (!OF_A_CONNECTION.test(text)) statements.push({ text, values: Array.isArray(given) ? given : [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return statements;
}

type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
};

/** How many rows of some tables PostgreSQL looks at to answer statements, where it takes an index however small a table is. */
export async function rowsLookedAt(
  statements: readonly Statement[],
  tables: readonly string[],
): Promise<number> {
  const { client } = await keep();
  let rows = 0;
  await client.query("SET enable_seqscan = off");
  for (const { text, values } of statements) {
    if (!/^\s*(SELECT|WITH)/i.test(text)) continue;
    const explained = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values as unknown[]);
    rows += rowsIn(explained.rows[0]["QUERY PLAN"][0].Plan as PlanNode, tables);
  }
  await client.query("RESET enable_seqscan");
  return rows;
}

function rowsIn(node: PlanNode, tables: readonly string[]): number {
  const isOfThem = node["Relation Name"] !== undefined && tables.includes(node["Relation Name"]);
  const seen = (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0);
  const own = isOfThem ? seen * (node["Actual Loops"] ?? 1) : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsIn(child, tables), own);
}
