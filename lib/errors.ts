/** A record that is not there, or that the person may not know of. */
export class NotFoundError extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
  }
}

/** A record was changed between its reading and its writing in a set. */
export class ChangedByAnother extends Error {}

/** Nobody is signed in, or the session has ended. */
export class NotSignedInError extends Error {}

/** The person lacks the role an operation is for. */
export class WrongRoleError extends Error {}

type DriverFault = {
  originalCode?: string;
  constraint?: { index?: string } | string;
  originalMessage?: string;
};

function driverFaultOf(error: unknown): DriverFault | undefined {
  const e = error as { meta?: { driverAdapterError?: { cause?: DriverFault } }; cause?: DriverFault };
  return e?.meta?.driverAdapterError?.cause ?? e?.cause;
}

/** The SQLSTATE of a database error, however Prisma wraps it (see DECISIONS.md), or undefined. */
export function sqlStateOf(error: unknown): string | undefined {
  const fault = driverFaultOf(error);
  if (fault?.originalCode) return fault.originalCode;
  const code = (error as { code?: string })?.code;
  if (code === "P2002") return "23505";
  if (code === "P2003") return "23503";
  if (code === "P2034") return "40001";
  return undefined;
}

/** SQLSTATEs of what may well go through later: limits of time, the connection lost, no room, the server stopping or starting. */
const BUSY_STATES = /^(55P03|57014|25P0[34]|40001|40P01|08...|53...|57P0[0-5])$/;
const BUSY_CODES = new Set([
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
]);
const BUSY_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "TooManyConnections",
  "SocketTimeout",
]);
const DEEPEST_CAUSE = 5;

/** True when the database ended work at a limit, had no room for it or is away: the same may well go through later. */
export function isBusy(error: unknown, depth = 0): boolean {
  if (BUSY_STATES.test(sqlStateOf(error) ?? "")) return true;
  const { code = "", cause, meta } = Object(error) as { code?: string; cause?: unknown; meta?: unknown };
  const { kind = "" } = Object(driverFaultOf(error)) as { kind?: string };
  if (BUSY_CODES.has(code) || BUSY_STATES.test(code) || BUSY_KINDS.has(kind)) return true;
  const { driverAdapterError } = Object(meta) as { driverAdapterError?: unknown };
  const inner = driverAdapterError ?? cause;
  return inner !== undefined && depth < DEEPEST_CAUSE && isBusy(inner, depth + 1);
}

/** True when the database refused a write for one of its named constraints. */
export function isRefusedBy(error: unknown, constraint: string): boolean {
  const fault = driverFaultOf(error);
  return sqlStateOf(error) !== undefined && JSON.stringify(fault ?? {}).includes(constraint);
}
