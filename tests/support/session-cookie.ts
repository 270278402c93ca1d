import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { e2eDb } from "./e2e-database";
import { readE2eRun } from "./e2e-run";

const LIFETIME_SECONDS = 12 * 3600;

/** Opens a session for an account, as lib/auth/session does, and makes the cookie next-auth accepts for it. */
export async function mintSessionCookie(email: string): Promise<{ name: string; value: string }> {
  const sid = randomBytes(32).toString("base64url");
  const now = new Date();
  await e2eDb().session.create({
    data: {
      idHash: createHash("sha256").update(sid).digest("hex"),
      user: { connect: { email } },
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_SECONDS * 1000),
    },
    select: { idHash: true },
  });
  const value = await encode({ token: { sid }, secret: readE2eRun().secret, maxAge: LIFETIME_SECONDS });
  return { name: "next-auth.session-token", value };
}
