import "server-only";
import type { Executive } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { requestAudit } from "../audit";
import { requestNotice } from "../notices";
import { isOwnRequest } from "../policy";
import { requireRequestRow } from "../queries";
import { toldSummary } from "../service-moves";
import { isRatable, isRatingChangeable } from "./rules";
import type { RateRequestInput } from "./schema";

/** Says how a request went; only who asked may, once it is done, and changes it for seven days. Whoever did it is told the first time. */
export function rateRequest(
  ctx: Ctx<Executive>,
  { id, value, word }: RateRequestInput,
): Promise<Result<{ id: string }, "not_possible_now" | "rating_over">> {
  return inTransaction(ctx, async (tx) => {
    await lockRow(tx, "support_requests", id);
    const request = await requireRequestRow(tx, id);
    if (!isOwnRequest(ctx.actor, request)) throw new NotFoundError("request");
    if (!isRatable(request.status))
      return refuse("not_possible_now", { details: { status: request.status } });
    const before = await tx.db.requestRating.findUnique({ where: { requestId: id } });
    if (before && !isRatingChangeable(before, tx.now)) return refuse("rating_over");
    await tx.db.requestRating.upsert({
      where: { requestId: id },
      create: { requestId: id, value, word, ratedAt: tx.now },
      update: { value, word },
      select: { requestId: true },
    });
    await audit(tx, requestAudit("support_request.rated", id, { executiveId: request.executiveId, value }));
    if (!before && request.assignee) {
      const executive = request.executive.user.name;
      const notice = { requestId: id, summary: toldSummary(request), executive, value };
      await notify(tx, requestNotice("request_rated", [request.assignee.userId], notice));
    }
    return ok({ id });
  });
}
