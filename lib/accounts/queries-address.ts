import "server-only";
import type { PublicCtx } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { hashOfSecret } from "@/lib/secrets";
import type { AddressLink } from "./schema-address";

/** What a link of a change of address still does; opening it does nothing. Refuses one that is not ours, was used or is over. */
export async function readAddressLink(
  { db, now }: PublicCtx,
  token: string,
): Promise<Result<AddressLink, "link_unknown" | "link_expired">> {
  const hash = hashOfSecret(token);
  const row = await db.addressChange.findFirst({
    where: { OR: [{ confirmHash: hash }, { undoHash: hash }] },
    include: { user: { select: { name: true } } },
  });
  if (!row) return refuse("link_unknown");
  const does = row.confirmHash === hash ? "confirm" : "undo";
  const isUsed = does === "confirm" ? row.confirmedAt !== null : row.undoneAt !== null;
  const until = does === "confirm" ? row.expiresAt : row.undoUntil;
  if (isUsed) return refuse("link_unknown");
  if (!until || until <= now) return refuse("link_expired");
  const { id, userId, oldEmail, newEmail, user } = row;
  return ok({ id, userId, does, name: user.name, oldEmail, newEmail });
}

/** The account that has an address of e-mail, whatever its capitals; null where none has. */
export async function userIdOfAddress({ db }: PublicCtx, address: string): Promise<string | null> {
  if (address === "") return null;
  const row = await db.user.findFirst({
    where: { email: { equals: address.toLowerCase() }, disabledAt: null },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** The address that waits to be confirmed as somebody's own; null without one. */
export async function getAwaitedAddress({ db, now }: PublicCtx, userId: string): Promise<string | null> {
  const where = { userId, confirmedAt: null, expiresAt: { gt: now } };
  const row = await db.addressChange.findFirst({ where, select: { newEmail: true } });
  return row?.newEmail ?? null;
}
