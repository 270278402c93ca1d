/** A record that is not there, or that the person may not know of. */
export class NotFoundError extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
  }
}

/** A record was changed between its reading and its writing in a set. */
export class MeanwhileChanged extends Error {}

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

const BUSY_STATES = new Set(["55P03", "57014", "25P03", "25P04", "40001", "40P01", "53300"]);
const BUSY_CODES = new Set(["P2024", "P2028"]);

/** True when the database ended work at a limit of time or had no room for it: the same may well go through later. */
export function isBusy(error: unknown): boolean {
  const { code = "" } = Object(error) as { code?: string };
  return BUSY_STATES.has(sqlStateOf(error) ?? "") || BUSY_CODES.has(code);
}

/** True when the database refused a write for one of its named constraints. */
export function isRefusedBy(error: unknown, constraint: string): boolean {
  const fault = driverFaultOf(error);
  return sqlStateOf(error) !== undefined && JSON.stringify(fault ?? {}).includes(constraint);
}
