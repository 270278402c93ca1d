import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { createToken } from "@/tests/support/factories/accounts";

const LIFETIME_SECONDS = 12 * 3600;

/** Signs a person in, as lib/auth does: the cookie of a browser. */
export async function signIn(
  db: PrismaClient,
  email: string,
  secret: string,
): Promise<Record<string, string>> {
  const sid = randomBytes(32).toString("base64url");
  const now = new Date();
  await db.session.create({
    data: {
      idHash: createHash("sha256").update(sid).digest("hex"),
      user: { connect: { email } },
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_SECONDS * 1000),
    },
  });
  const token = await encode({ token: { sid }, secret, maxAge: LIFETIME_SECONDS });
  return { cookie: `next-auth.session-token=${token}; locale=en` };
}

/** A token for the API. */
export async function bearer(db: PrismaClient, email: string): Promise<Record<string, string>> {
  const user = await db.user.findUniqueOrThrow({ where: { email } });
  return { authorization: `Bearer ${await createToken(db, user.id)}` };
}
