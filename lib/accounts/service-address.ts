import "server-only";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { isMailOn } from "@/lib/env";
import { sqlStateOf } from "@/lib/errors";
import { queueMails } from "@/lib/mail/service";
import { refusalUnlessProven } from "@/lib/proof";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { accountAudit } from "./audit";
import { readAddressLink } from "./queries-address";
import type { AddressLink, AddressLinkInput, AskAddressInput } from "./schema-address";
import { endApiTokens, endSessions, lockAccount } from "./service-keys";
import { changeAddress } from "./service-rows";

const HOUR_MS = 3_600_000;
const CONFIRM_MS = 24 * HOUR_MS;
/** How long the old address can take the account back. */
const UNDO_MS = 72 * HOUR_MS;
const ASKED: Limit = { name: "change-address", points: 5, seconds: 3_600 };
const UNIQUE_VIOLATION = "23505";

export type AskAddressRefusal =
  | "session_needed"
  | "proof_needed"
  | "mail_off"
  | "address_unchanged"
  | "address_taken"
  | "too_many_tries";

/**
 * Sends the link that makes an address the actor's own to that address; until it is confirmed nothing changes. Refuses an API token,
 * who has not shown lately that it is they, another account's address, a sixth time in an hour, and where there is no mail.
 */
export async function askAddressChange(
  ctx: Ctx,
  { email }: AskAddressInput,
): Promise<Result<{ email: string }, AskAddressRefusal>> {
  const { userId, session, email: oldEmail } = ctx.actor;
  if (!session) return refuse("session_needed");
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  if (!isMailOn()) return refuse("mail_off");
  if (email === oldEmail) return refuse("address_unchanged", { path: "email" });
  if (!(await spendPoint(counterOf(ctx.db, ASKED), userId))) return refuse("too_many_tries");
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if (await isTaken(tx, email)) return refuse("address_taken", { path: "email" });
    const secret = newSecret();
    await tx.db.addressChange.deleteMany({ where: { userId, confirmedAt: null } });
    await tx.db.addressChange.create({
      data: {
        ...{ userId, oldEmail, newEmail: email },
        confirmHash: hashOfSecret(secret),
        expiresAt: new Date(tx.now.getTime() + CONFIRM_MS),
      },
      select: { id: true },
    });
    await queueMails(tx, [{ userId, kind: "address_confirm", secret }]);
    return ok({ email });
  });
}

type Done = Pick<AddressLink, "does" | "newEmail" | "oldEmail">;
type LinkAnswer = Result<Done, "link_unknown" | "link_expired" | "address_taken">;

/**
 * Does what the link says, once: makes the new address the one to sign in with and tells the old one; or takes that back, and signs
 * everybody out of the account. Refuses a link that does nothing any more, and an address that became another account's meanwhile.
 */
export async function followAddressLink(ctx: PublicCtx, { token }: AddressLinkInput): Promise<LinkAnswer> {
  try {
    return await inTransaction(ctx, async (tx): Promise<LinkAnswer> => {
      const link = await readAddressLink(tx, token);
      if (!link.ok) return link;
      await lockAccount(tx, link.value.userId);
      const isFirst = await (link.value.does === "confirm" ? confirm : undo)(tx, link.value);
      return isFirst ? ok(link.value) : refuse("link_unknown");
    });
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) return refuse("address_taken");
    throw error;
  }
}

async function confirm(tx: PublicCtx, { id, userId, newEmail }: AddressLink): Promise<boolean> {
  const secret = newSecret();
  const { count } = await tx.db.addressChange.updateMany({
    where: { id, confirmedAt: null },
    data: {
      confirmedAt: tx.now,
      undoHash: hashOfSecret(secret),
      undoUntil: new Date(tx.now.getTime() + UNDO_MS),
    },
  });
  if (count === 0) return false;
  await changeAddress(tx, userId, newEmail);
  await queueMails(tx, [{ userId, kind: "address_changed", secret }]);
  await audit({ ...tx, actor: null }, accountAudit("account.address_changed", userId));
  return true;
}

async function undo(tx: PublicCtx, { id, userId, oldEmail }: AddressLink): Promise<boolean> {
  const { count } = await tx.db.addressChange.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: tx.now },
  });
  if (count === 0) return false;
  await tx.db.addressChange.deleteMany({ where: { userId, confirmedAt: null } });
  await changeAddress(tx, userId, oldEmail);
  await endSessions(tx, userId);
  await endApiTokens(tx, userId);
  await audit({ ...tx, actor: null }, accountAudit("account.address_restored", userId));
  return true;
}

async function isTaken({ db }: PublicCtx, email: string): Promise<boolean> {
  return (await db.user.findUnique({ where: { email }, select: { id: true } })) !== null;
}
