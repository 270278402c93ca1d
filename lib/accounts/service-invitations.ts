import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import type { Administrator, Manager } from "@/lib/actor";
import { type AuditCtx, audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { NotFoundError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { queueMails } from "@/lib/mail/service";
import { ok, type Result, refuse } from "@/lib/result";
import { canSeeInvitation } from "./policy";
import { type Invitee, listInvitees, refusalOfInviting } from "./queries-invitees";
import type { LinkRefusal } from "./rules";
import type { AccountIdInput, InvitationView, InviteRefusal, NewLink, SetPasswordInput } from "./schema";
import { endSessions, lockAccount } from "./service-keys";
import { makePasswordLinks, readLink, spendLink } from "./service-links";
import { hashNewPassword, type NewPasswordRefusal } from "./service-new-password";

/** An account by itself, or by the role it has. */
export type WhoseAccount = { userId: string } | { assistantId: string } | { executiveId: string };

function whereIs(who: WhoseAccount) {
  if ("userId" in who) return { id: who.userId };
  return "assistantId" in who
    ? { assistant: { id: who.assistantId } }
    : { executive: { id: who.executiveId } };
}

async function requireInvited(ctx: Ctx<Manager | Administrator>, who: WhoseAccount): Promise<Invitee> {
  const [account] = await listInvitees(ctx, whereIs(who), 1);
  if (!account || !canSeeInvitation(ctx.actor, account)) throw new NotFoundError("account");
  return account;
}

/** How far a person has come on the way to their account, and whether the actor may help them on. */
export async function getInvitation(
  ctx: Ctx<Manager | Administrator>,
  who: WhoseAccount,
): Promise<InvitationView> {
  const account = await requireInvited(ctx, who);
  const refusal = refusalOfInviting(ctx.actor, account)?.reason ?? null;
  return { userId: account.userId, ...account.standing, refusal };
}

/**
 * Makes the link by which a person chooses a password; it stands for 7 days and a newer one kills it.
 * A manager may invite the people of their pools until they have a password, an administrator anyone.
 */
export function inviteUser(
  ctx: Ctx<Manager | Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<NewLink, InviteRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    const refusal = refusalOfInviting(ctx.actor, await requireInvited(tx, { userId }));
    return refusal ?? makePasswordLink(tx, userId);
  });
}

/** The link itself, also for the command line, where nobody is signed in; refuses a disabled account. */
export function makePasswordLink(
  ctx: AuditCtx,
  userId: string,
): Promise<Result<NewLink, "account_disabled">> {
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if (!(await getOpenAccount(tx, userId))) return refuse("account_disabled");
    const link = (await makePasswordLinks(tx, [userId])).get(userId);
    return link ? ok(link) : refuse("account_disabled");
  });
}

/** Whom a password link is for, so that the page can greet them; refuses a link that opens nothing. */
export async function readInvitation(
  ctx: PublicCtx,
  token: string,
): Promise<Result<{ userId: string; name: string; email: string }, LinkRefusal>> {
  const link = await readLink(ctx, "password", token);
  if (!link.ok) return link;
  const user = await getOpenAccount(ctx, link.value.userId);
  return user ? ok({ userId: user.id, name: user.name, email: user.email }) : refuse("link_unknown");
}

async function getOpenAccount({ db, now }: PublicCtx, userId: string | null) {
  if (!userId) return null;
  const select = { id: true, name: true, email: true, activeSince: true, ...EMPLOYMENTS };
  const user = await db.user.findUnique({ where: { id: userId, disabledAt: null }, select });
  return user && !hasLeft(user, now) ? user : null;
}

/** Sets a person's password by their link, uses the link up and ends the sessions opened before. Refuses what is easily guessed. */
export async function setPassword(
  ctx: PublicCtx,
  { token, password, locale }: SetPasswordInput,
): Promise<Result<{ userId: string; locale: Locale }, LinkRefusal | NewPasswordRefusal>> {
  const opens = await readInvitation(ctx, token);
  if (!opens.ok) return opens;
  const hashed = await hashNewPassword({ password, email: opens.value.email, path: "password" });
  if (!hashed.ok) return hashed;
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, opens.value.userId);
    const spent = await spendLink(tx, "password", token);
    if (!spent.ok) return spent;
    const user = await getOpenAccount(tx, opens.value.userId);
    if (!user) return refuse("link_unknown");
    const actor = { userId: user.id };
    const activeSince = user.activeSince ?? tx.now;
    await tx.db.user.update({
      where: { id: user.id },
      data: { passwordHash: hashed.value, locale, activeSince },
      select: { id: true },
    });
    await endSessions(tx, user.id);
    if (user.activeSince) await queueMails(tx, [{ userId: user.id, kind: "password_changed" }]);
    await audit({ ...tx, actor }, accountAudit("account.password_set", user.id));
    return ok({ userId: user.id, locale });
  });
}
