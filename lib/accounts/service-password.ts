import "server-only";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { queueMails } from "@/lib/mail/service";
import { isRightPassword } from "@/lib/password";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { accountAudit } from "./audit";
import type { ChangePasswordInput } from "./schema";
import { dropPasswordLinks, endApiTokens, endOtherSessions, lockAccount } from "./service-keys";
import { hashNewPassword, type NewPasswordRefusal } from "./service-new-password";

const TRIES: Limit = { name: "change-password", points: 10, seconds: 900 };

export type ChangePasswordRefusal =
  | NewPasswordRefusal
  | "wrong_password"
  | "password_unchanged"
  | "too_many_tries";

/**
 * Changes the actor's password, which takes the one they have. Ends their other sessions, the links that could set one and, unless
 * they say otherwise, their API tokens; tells them by mail. Refuses what is easily guessed, the password they have, and more than
 * ten tries in a quarter of an hour.
 */
export async function changePassword(
  ctx: Ctx,
  { password, newPassword, keepTokens }: ChangePasswordInput,
): Promise<Result<null, ChangePasswordRefusal>> {
  const { userId, email } = ctx.actor;
  const tries = counterOf(ctx.db, TRIES);
  if (!(await spendPoint(tries, userId))) return refuse("too_many_tries");
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (!(await isRightPassword(password, user.passwordHash)))
    return refuse("wrong_password", { path: "password" });
  if (newPassword === password) return refuse("password_unchanged", { path: "newPassword" });
  const hashed = await hashNewPassword({ password: newPassword, email, path: "newPassword" });
  if (!hashed.ok) return hashed;
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    await tx.db.user.update({
      where: { id: userId },
      data: { passwordHash: hashed.value },
      select: { id: true },
    });
    await dropPasswordLinks(tx, userId);
    await endOtherSessions(tx);
    if (!keepTokens) await endApiTokens(tx, userId);
    await queueMails(tx, [{ userId, kind: "password_changed" }]);
    await audit(tx, accountAudit("account.password_set", userId));
    await tries.delete(userId);
    return ok(null);
  });
}
