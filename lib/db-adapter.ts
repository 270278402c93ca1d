import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, Transaction } from "@prisma/driver-adapter-utils";
import type { ClientBase, PoolClient, PoolConfig } from "pg";

const QUERY_CANCELED = "57014";
const CUT_OFF = "The transaction was ended while a statement was under way.";

type Inside = { client: PoolClient; onError: (error: unknown) => never };

/**
 * The adapter, with transactions that stay whole. Prisma rolls an expired one back while a nested write may be between
 * two statements, and sends the rest on the same connection, where each statement would then commit by itself.
 */
export function makeAdapter(config: PoolConfig, settings: Record<string, string>): PrismaPg {
  const onConnect = (client: ClientBase) => setForSession(client, settings);
  const factory = new PrismaPg({ ...config, onConnect });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => keepWhole(await start(level));
    return adapter;
  };
  return factory;
}

async function setForSession(client: ClientBase, settings: Record<string, string>): Promise<void> {
  await client.query("SELECT set_config(key, value, false) FROM json_each_text($1)", [
    JSON.stringify(settings),
  ]);
}

/**
 * Takes one statement at a time, as the driver will soon ask for, and none after the end; one that is under way when Prisma
 * rolls back loses its connection.
 */
function keepWhole(transaction: Transaction): Transaction {
  const { client } = transaction as unknown as Inside;
  const mapError = (transaction as unknown as Inside).onError.bind(transaction);
  const release = client.release.bind(client);
  let underWay = 0;
  let hasEnded = false;
  let isCutOff = false;
  let last: Promise<unknown> = Promise.resolve();
  let lost: Error | undefined;
  const onError = (error: Error) => {
    lost ??= error;
  };
  client.on("error", onError);
  client.release = (error) => {
    client.removeListener("error", onError);
    release(error ?? lost);
  };

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(() => {
      if (isCutOff) throw new Error(CUT_OFF);
      return run();
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  async function whileOpen<T>(run: () => Promise<T>): Promise<T> {
    if (hasEnded) throw new Error("A statement came after the end of its transaction.");
    underWay += 1;
    try {
      return await inTurn(run);
    } catch (error) {
      // PostgreSQL says why it ended a connection before the next statement finds it gone.
      if (lost) mapError(lost);
      throw error;
    } finally {
      underWay -= 1;
    }
  }

  async function end(run: () => Promise<number>, isRollback: boolean): Promise<number> {
    isCutOff = isRollback && underWay > 0;
    const ended = isCutOff ? Promise.resolve(0) : whileOpen(run);
    hasEnded = true;
    if (isCutOff) lost ??= Object.assign(new Error(CUT_OFF), { code: QUERY_CANCELED, severity: "ERROR" });
    return ended;
  }

  const queryRaw = transaction.queryRaw.bind(transaction);
  const executeRaw = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (query: SqlQuery) => whileOpen(() => queryRaw(query));
  transaction.executeRaw = (query: SqlQuery) => {
    const isEnd = query.sql === "COMMIT" || query.sql === "ROLLBACK";
    return isEnd
      ? end(() => executeRaw(query), query.sql === "ROLLBACK")
      : whileOpen(() => executeRaw(query));
  };
  return transaction;
}
