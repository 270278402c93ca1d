import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import type { NoticeContent } from "./schema";

/** Tells people something inside the product, in the transaction of what happened. */
export async function notify(
  ctx: Ctx | SystemCtx,
  userIds: readonly string[],
  content: NoticeContent,
): Promise<void> {
  const others = [...new Set(userIds)].filter((userId) => userId !== ctx.actor?.userId);
  if (others.length === 0) return;
  await ctx.db.notification.createMany({
    data: others.map((userId) => ({
      userId,
      kind: content.kind,
      params: content.params as Prisma.InputJsonObject,
      createdAt: ctx.now,
    })),
  });
}

/** One thing told to one person. */
export type Told = NoticeContent & { userId: string };

/** Tells many people many things at once, in the transaction of what happened. */
export async function notifyAll(ctx: Ctx | SystemCtx, notices: readonly Told[]): Promise<void> {
  const others = notices.filter(({ userId }) => userId !== ctx.actor?.userId);
  if (others.length === 0) return;
  await ctx.db.notification.createMany({
    data: others.map(({ userId, kind, params }) => ({
      userId,
      kind,
      params: params as Prisma.InputJsonObject,
      createdAt: ctx.now,
    })),
  });
}
