import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import { isMailOn } from "@/lib/env";
import { queueWebhooks } from "@/lib/webhooks/service-queue";
import type { Prisma } from "@/prisma/generated/client/client";
import { listRecipients } from "./queries-recipients";
import { deliveryFor, mailDueAt } from "./rules-delivery";
import type { NoticeToSend } from "./schema";

/**
 * Tells people things, in the transaction of what happened and in one insert, as each has chosen to be told; nobody is told
 * of their own act. Programs are told whoever did it.
 */
export async function notify(ctx: Ctx | SystemCtx, ...notices: NoticeToSend[]): Promise<void> {
  await queueWebhooks(
    ctx,
    notices.flatMap(({ kind, forPrograms }) => (forPrograms ? [{ kind, data: forPrograms }] : [])),
  );
  const told = notices.flatMap(({ userIds, ...notice }) =>
    [...new Set(userIds)]
      .filter((userId) => userId !== ctx.actor?.userId)
      .map((userId) => ({ userId, ...notice })),
  );
  if (told.length === 0) return;
  const userIds = [...new Set(told.map(({ userId }) => userId))];
  const recipients = new Map((await listRecipients(ctx, userIds)).map((one) => [one.userId, one]));
  const hasMail = isMailOn();
  const data = told.flatMap(({ userId, kind, params, rule }) => {
    const recipient = recipients.get(userId);
    const delivery = deliveryFor(rule, recipient?.chosen[kind]);
    if (!recipient || delivery === "off") return [];
    const dueAt = hasMail ? mailDueAt(delivery, rule.urgency, recipient.times, ctx.now) : null;
    return [{ userId, kind, params: params as Prisma.InputJsonObject, createdAt: ctx.now, mailDueAt: dueAt }];
  });
  if (data.length > 0) await ctx.db.notification.createMany({ data });
}
