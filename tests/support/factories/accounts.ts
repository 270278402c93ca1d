import type { Db } from "@/lib/db";
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
