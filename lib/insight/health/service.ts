import "server-only";
import type { Administrator } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { isMailOn } from "@/lib/env";
import { queueMails } from "@/lib/mail/service";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";

const TESTS: Limit = { name: "test-mail", points: 5, seconds: 600 };

/** Has a mail sent to the actor, to see whether mail arrives; refuses where no mail server is set, and a sixth within ten minutes. */
export async function sendTestMail(
  ctx: Ctx<Administrator>,
): Promise<Result<null, "mail_off" | "too_many_tries">> {
  const { userId } = ctx.actor;
  if (!isMailOn()) return refuse("mail_off");
  if (!(await spendPoint(counterOf(ctx.db, TESTS), userId))) return refuse("too_many_tries");
  return inTransaction(ctx, async (tx) => {
    await queueMails(tx, [{ userId, kind: "test" }]);
    return ok(null);
  });
}
