import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import type { LinkRefusal } from "@/lib/accounts/rules";
import type { NewLink } from "@/lib/accounts/schema";
import { makeLink, readLink, spendLink } from "@/lib/accounts/service-links";
import {
  hashNewPassword,
  type NewPasswordHash,
  type NewPasswordRefusal,
} from "@/lib/accounts/service-new-password";
import { writeFirstAccount } from "@/lib/accounts/service-rows";
import { audit } from "@/lib/audit";
import { inTransaction, type PublicCtx } from "@/lib/context";
import { isHolidayRegion } from "@/lib/days-off";
import type { Locale } from "@/lib/i18n/locales";
import { ok, type Result, refuse } from "@/lib/result";
import { CreatePoolInput, type SetUpInput } from "./schema";
import { refusingTakenName, writePool } from "./service";

type SetUpRefusal = LinkRefusal | "already_set_up";
type SetUpRefused = SetUpRefusal | NewPasswordRefusal | "unknown_holiday_region" | "pool_name_taken";

async function hasPeople({ db }: PublicCtx): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}

/** A link for the first person of an installation, valid for 24 hours; null once there are people. */
export async function offerSetUp(ctx: PublicCtx): Promise<NewLink | null> {
  if (await hasPeople(ctx)) return null;
  return makeLink(ctx.db, "set_up", { now: ctx.now });
}

/** Whether a set-up link opens; refuses one that is unknown, used or expired, and any once there are people. */
export async function readSetUp(ctx: PublicCtx, token: string): Promise<Result<null, SetUpRefusal>> {
  if (await hasPeople(ctx)) return refuse("already_set_up");
  const link = await readLink(ctx, "set_up", token);
  return link.ok ? ok(null) : link;
}

/** Makes the first person, who is administrator and leads the first pool, by the link that the start printed. */
export async function setUp(
  ctx: PublicCtx,
  input: SetUpInput,
): Promise<Result<{ userId: string; locale: Locale }, SetUpRefused>> {
  if (!isHolidayRegion(input.holidayRegion))
    return refuse("unknown_holiday_region", { path: "holidayRegion" });
  const opens = await readSetUp(ctx, input.token);
  if (!opens.ok) return opens;
  const hashed = await hashNewPassword({ ...input, path: "password" });
  if (!hashed.ok) return hashed;
  const answer = await refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      await lockSetUp(tx);
      if (await hasPeople(tx)) return refuse("already_set_up");
      const spent = await spendLink(tx, "set_up", input.token);
      if (!spent.ok) return spent;
      const userId = await writeFirstPerson(tx, input, hashed.value);
      return ok({ userId, locale: input.locale });
    }),
  );
  return !answer.ok && answer.reason === "pool_name_taken" ? { ...answer, path: "poolName" } : answer;
}

/** Two links may stand when two nodes started: whoever comes second finds people. */
async function lockSetUp(tx: PublicCtx): Promise<void> {
  await tx.db.$queryRaw`
    SELECT token_hash FROM one_time_links WHERE purpose = 'set_up' ORDER BY token_hash FOR UPDATE`;
}

async function writeFirstPerson(
  tx: PublicCtx,
  { locale, name, email, poolName, timeZone, holidayRegion }: SetUpInput,
  passwordHash: NewPasswordHash,
): Promise<string> {
  const id = await writeFirstAccount(tx, { name, email, locale, passwordHash });
  const own = { ...tx, actor: { userId: id } };
  await audit(own, accountAudit("installation.set_up", id));
  await writePool(own, CreatePoolInput.parse({ name: poolName, timeZone, holidayRegion }));
  return id;
}
