import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import type { AskResetInput } from "./schema";
import { lockAccount } from "./service-keys";
import { sendResetLink } from "./service-links";

const HOUR = 3_600;
/** So many mails an hour can be had for one account, and asked for from one place. */
const ACCOUNT: Limit = { name: "reset-account", points: 3, seconds: HOUR };
const ADDRESS: Limit = { name: "reset-address", points: 30, seconds: HOUR };

/**
 * Sends the link to a new password to the person of an e-mail address who has an open account and was let in before. Answers
 * nothing: whether somebody is known here is nobody's business.
 */
export async function sendReset(
  ctx: SystemCtx,
  { email }: AskResetInput,
  address: string | null,
): Promise<void> {
  if (address && !(await spendPoint(counterOf(ctx.db, ADDRESS), address))) return;
  const select = { id: true, passwordHash: true, invitedAt: true, ...EMPLOYMENTS };
  const user = await ctx.db.user.findUnique({ where: { email, disabledAt: null }, select });
  const wasLetIn = user !== null && (user.passwordHash !== null || user.invitedAt !== null);
  if (!wasLetIn || hasLeft(user, ctx.now)) return;
  if (!(await spendPoint(counterOf(ctx.db, ACCOUNT), user.id))) return;
  await inTransaction(ctx, async (tx) => {
    await lockAccount(tx, user.id);
    await sendResetLink(tx, user.id);
  });
}
