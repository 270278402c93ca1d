import { randomBytes } from "node:crypto";
import { scopesOf, tokenExpiresAt } from "@/lib/accounts/rules-tokens";
import { type AccessByDomain, TOKEN_DOMAINS } from "@/lib/accounts/schema-tokens";
import { newApiToken } from "@/lib/api-token";
import type { Db } from "@/lib/db";
import { writeFactor } from "@/lib/second-factor";
import { hashOfSecret } from "@/lib/secrets";
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

/** All that the API can do. */
export const EVERY_ACCESS: AccessByDomain = Object.fromEntries(TOKEN_DOMAINS.map((one) => [one, "write"]));

/** The row of an API token that ends in three months. */
export function makeToken(overrides: Partial<Prisma.ApiTokenUncheckedCreateInput> & { userId: string }) {
  const createdAt = overrides.createdAt ?? new Date();
  const expiresAt = tokenExpiresAt(90, new Date(createdAt));
  const tokenHash = hashOfSecret(newApiToken());
  return { name: "tests", scopes: scopesOf(EVERY_ACCESS), createdAt, expiresAt, tokenHash, ...overrides };
}

/** An API token that may do all its owner may, in clear. */
export async function createToken(
  db: Db,
  userId: string,
  overrides: Partial<Prisma.ApiTokenUncheckedCreateInput> = {},
): Promise<string> {
  const token = newApiToken();
  await db.apiToken.create({ data: makeToken({ userId, tokenHash: hashOfSecret(token), ...overrides }) });
  return token;
}
