import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { readE2eRun } from "./e2e-run";

/** Who a test signs in as: the account of the demo office with that name. */
export type DemoRole = "manager" | "assistant" | "executive" | "admin";

const LIFETIME_SECONDS = 12 * 3600;

/** Opens a session for an account, as lib/auth/session does, and makes the cookie next-auth accepts for it. */
export async function mintSessionCookie(email: string): Promise<{ name: string; value: string }> {
  const { databaseUrl, secret } = readE2eRun();
  const sid = randomBytes(32).toString("base64url");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `INSERT INTO sessions (id_hash, user_id, last_seen_at, expires_at)
         SELECT $1, id, now(), now() + make_interval(secs => $3) FROM users WHERE email = $2`,
      [createHash("sha256").update(sid).digest("hex"), email, LIFETIME_SECONDS],
    );
    if (!rowCount) throw new Error(`No account has the e-mail ${email}.`);
  } finally {
    await client.end();
  }
  const value = await encode({ token: { sid }, secret, maxAge: LIFETIME_SECONDS });
  return { name: "next-auth.session-token", value };
}
