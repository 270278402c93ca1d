import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import type { NoticeToSend } from "./schema";

/** Tells people things, in the transaction of what happened and in one insert; nobody is told of their own act. */
export async function notify(ctx: Ctx | SystemCtx, ...notices: NoticeToSend[]): Promise<void> {
  const data = notices.flatMap(({ userIds, kind, params }) =>
    [...new Set(userIds)]
      .filter((userId) => userId !== ctx.actor?.userId)
      .map((userId) => ({ userId, kind, params: params as Prisma.InputJsonObject, createdAt: ctx.now })),
  );
  if (data.length > 0) await ctx.db.notification.createMany({ data });
}
