import "server-only";
import { inChunks } from "@/lib/chunks";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locales";
import { dropPasswordLinks } from "./service-keys";
import type { NewPasswordHash } from "./service-new-password";

/** Makes accounts for people who are invited, in sets; returns each one's id by its address. */
export async function writeInvitedAccounts(
  tx: Ctx,
  people: readonly { email: string; name: string }[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await inChunks(people, async (some) => {
    const rows = await tx.db.user.createManyAndReturn({
      data: some.map(({ email, name }) => ({ email, name, locale: tx.actor.locale, createdAt: tx.now })),
      select: { id: true, email: true },
    });
    for (const { id, email } of rows) ids.set(email, id);
  });
  return ids;
}

/** Corrects the names of accounts. */
export async function renameAccounts(
  tx: Ctx,
  people: readonly { userId: string; name: string }[],
): Promise<void> {
  for (const { userId, name } of people)
    await tx.db.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}

/** Makes the account of the first person of an installation, an administrator; returns its id. */
export async function writeFirstAccount(
  tx: PublicCtx,
  person: { name: string; email: string; locale: Locale; passwordHash: NewPasswordHash },
): Promise<string> {
  const { id } = await tx.db.user.create({
    data: { ...person, isAdministrator: true, createdAt: tx.now, activeSince: tx.now },
    select: { id: true },
  });
  return id;
}

/** Gives an account another address to sign in with; links to a password that went to the old one end. */
export async function changeAddress(tx: PublicCtx, userId: string, email: string): Promise<void> {
  await tx.db.user.update({ where: { id: userId }, data: { email }, select: { id: true } });
  await dropPasswordLinks(tx, userId);
}

/** Keeps by what id a directory knows a person. */
export async function writeDirectoryId(tx: PublicCtx, userId: string, externalId: string): Promise<void> {
  await tx.db.directoryId.upsert({
    where: { userId },
    create: { userId, externalId },
    update: { externalId },
    select: { userId: true },
  });
}
