import "server-only";
import { hash, verify } from "@node-rs/argon2";

const MAX_AT_ONCE = 4;
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** argon2id of a password (OWASP's 19 MiB, 2 passes), hashed off the event loop, four at a time. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, OPTIONS));
}

let dummy: Promise<string> | undefined;

/** True for the right password. Takes the same time when there is no account, so that nobody learns which exist. */
export async function isRightPassword(password: string, passwordHash: string | null): Promise<boolean> {
  dummy ??= hash("no account has this password", OPTIONS);
  const known = passwordHash ?? (await dummy);
  const matches = await inTurn(() => verify(known, password));
  return matches && passwordHash !== null;
}
