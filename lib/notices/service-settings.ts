import "server-only";
import { type Ctx, inTransaction } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { type DeliveryRules, deliveriesToKeep } from "./rules-delivery";
import type { SaveNoticeSettingsInput } from "./schema";

/**
 * Keeps how the actor wants to be told, of the kinds named, and when they want mail, where that is said. Refuses a kind that is
 * not theirs and what a kind does not allow, such as switching off what concerns one's security.
 */
export function saveNoticeSettings(
  ctx: Ctx,
  { deliveries, times }: SaveNoticeSettingsInput,
  rules: DeliveryRules,
): Promise<Result<null, "delivery_not_offered">> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = tx.actor;
    const kept = deliveriesToKeep(deliveries, rules);
    if (kept === null) return refuse("delivery_not_offered");
    await tx.db.noticePreference.deleteMany({ where: { userId, kind: { in: Object.keys(deliveries) } } });
    const data = kept.map((one) => ({ userId, ...one }));
    await tx.db.noticePreference.createMany({ data, skipDuplicates: true });
    if (times) {
      const { quietFrom = null, quietTo = null, ...rest } = times;
      const data = { ...rest, quietFrom, quietTo };
      await tx.db.noticeTimes.upsert({
        where: { userId },
        create: { userId, ...data },
        update: data,
        select: { userId: true },
      });
    }
    return ok(null);
  });
}
