import { Secret, TOTP } from "otpauth";

const ISSUER = "Standby";
const STEP_SECONDS = 30;
/** How many steps a phone's clock may be off, either way. */
const WINDOW = 1;

/** Bytes of a seed: as many as SHA-1 makes of it (RFC 4226). */
export const SEED_BYTES = 20;

function totpOf(seed: Buffer, label = ""): TOTP {
  const secret = new Secret({ buffer: Uint8Array.from(seed).buffer });
  return new TOTP({ issuer: ISSUER, label, secret, digits: 6, period: STEP_SECONDS });
}

/** Which thirty seconds since 1970 a code is of, at most one away from now; null for a wrong one (RFC 6238). */
export function stepOfCode(seed: Buffer, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(seed).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** The code an app shows at a moment. */
export function codeAt(seed: Buffer, now: Date): string {
  return totpOf(seed).generate({ timestamp: now.getTime() });
}

/** What is typed into an app by hand, and the address that its QR code holds, named after the account. */
export function seedForApp(seed: Buffer, email: string): { secret: string; address: string } {
  const totp = totpOf(seed, email);
  return { secret: totp.secret.base32, address: totp.toString() };
}
