import { Secret } from "otpauth";
import { openChallenge } from "@/lib/accounts/service-challenges";
import { offerFactor } from "@/lib/accounts/service-factor";
import { asSystem, MONDAY_MORNING } from "./contexts";
import { testDb } from "./database";

/** The moment some seconds after the tests' Monday morning. */
export const later = (seconds: number) => new Date(MONDAY_MORNING.getTime() + seconds * 1_000);

/** The seed that a browser is offered for a second factor. */
export function offeredTo(ctx: Parameters<typeof offerFactor>[0]): Buffer {
  const offer = offerFactor(ctx);
  if (!offer.ok) throw new Error(offer.reason);
  return Buffer.from(Secret.fromBase32(offer.value.secret).bytes);
}

/** A sign-in of an account that waits for a code. */
export async function waitForCode(userId: string, now = MONDAY_MORNING): Promise<string> {
  const token = await openChallenge(asSystem(now), userId);
  if (!token) throw new Error("no code is asked for");
  return token;
}

/** The kinds of mail that wait, oldest first. */
export const mailKinds = async () =>
  (await testDb().outgoingMail.findMany({ orderBy: { queuedAt: "asc" } })).map(({ kind }) => kind);
