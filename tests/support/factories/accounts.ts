import { randomBytes } from "node:crypto";
import type { Db } from "@/lib/db";
import { writeFactor } from "@/lib/second-factor";
import { SEED_BYTES } from "@/lib/totp";
import type { Prisma } from "@/prisma/generated/client/client";

/** An account without a password; its name follows the address. */
export function makeUser(overrides: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const { email = "nora@office.example" } = overrides;
  return { email, name: `Person ${email.split("@")[0]}`, ...overrides };
}

/** An account. */
export function createUser(db: Db, overrides: Parameters<typeof makeUser>[0] = {}) {
  return db.user.create({ data: makeUser(overrides) });
}

/** Gives an account a second factor whose codes were never used, and returns its seed. */
export async function createFactor(db: Db, userId: string, now = new Date()): Promise<Buffer> {
  const seed = randomBytes(SEED_BYTES);
  await writeFactor({ db, now }, userId, seed, 0);
  return seed;
}
