import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { canRenameAccount } from "./policy";
import type { ChooseLanguageInput } from "./schema";

/** The account of an e-mail address, which keeps its name; where there is none, a new one without a password. */
export async function inviteAccount(
  tx: Ctx,
  { name, email }: { name: string; email: string },
): Promise<{ userId: string }> {
  const known = await tx.db.user.findUnique({ where: { email }, select: { id: true } });
  if (known) return { userId: known.id };
  const { id } = await tx.db.user.create({
    data: { name, email, locale: tx.actor.locale, createdAt: tx.now },
    select: { id: true },
  });
  return { userId: id };
}

/** Gives an account another name or e-mail; refuses that for whoever has more to say than the actor. */
export async function renameAccount(
  tx: Ctx,
  userId: string,
  { name, email }: { name: string; email: string },
): Promise<Result<null, "account_led_elsewhere">> {
  const account = await tx.db.user.findUnique({
    where: { id: userId },
    select: { name: true, email: true, isAdministrator: true, managedPools: { select: { poolId: true } } },
  });
  if (!account) throw new NotFoundError("account");
  if (account.name === name && account.email === email) return ok(null);
  const managedPoolIds = account.managedPools.map((pool) => pool.poolId);
  if (!canRenameAccount(tx.actor, { userId, isAdministrator: account.isAdministrator, managedPoolIds })) {
    return refuse("account_led_elsewhere", { path: account.email === email ? "name" : "email" });
  }
  await tx.db.user.update({ where: { id: userId }, data: { name, email }, select: { id: true } });
  return ok(null);
}

/** Turns a unique e-mail, or a person who already has the role, into the refusal `email_taken`. */
export async function refusingTakenEmail<T, R extends RefusalReason>(
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "email_taken">> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) === "23505") return refuse("email_taken", { path: "email" });
    throw error;
  }
}

/** Keeps the language a person reads, for what is written to them and for their next browser. */
export async function chooseLanguage(
  ctx: Ctx,
  { locale }: ChooseLanguageInput,
): Promise<Result<ChooseLanguageInput>> {
  await ctx.db.user.update({ where: { id: ctx.actor.userId }, data: { locale }, select: { id: true } });
  return ok({ locale });
}
