import "server-only";
import { type Ctx, inTransaction } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { listRecipients } from "./queries-recipients";
import { deliveriesOf, deliveryFor, type PersonTimes, usualDelivery } from "./rules-delivery";
import type { DeliveryRule, NoticeSetting, SaveNoticeSettingsInput } from "./schema";

/** What the kinds of notices allow, by kind: handed in, because notices are declared by the domains that come after. */
export type DeliveryRules = Readonly<Record<string, DeliveryRule>>;

/** How the actor is told of some kinds of things, and when they want mail. */
export async function getNoticeSettings(
  ctx: Ctx,
  rules: DeliveryRules,
): Promise<{ settings: NoticeSetting[]; times: PersonTimes }> {
  const [recipient] = await listRecipients(ctx.db, [ctx.actor.userId]);
  if (!recipient) throw new Error("whoever is signed in has an account");
  const settings = Object.entries(rules).map(([kind, rule]) => ({
    kind,
    urgency: rule.urgency,
    delivery: deliveryFor(rule, recipient.chosen[kind]),
    choices: deliveriesOf(rule),
  }));
  return { settings, times: recipient.times };
}

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
    for (const [kind, delivery] of Object.entries(deliveries)) {
      const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined;
      if (!rule || !deliveriesOf(rule).includes(delivery)) return refuse("delivery_not_offered");
      if (delivery === usualDelivery(rule)) {
        await tx.db.noticePreference.deleteMany({ where: { userId, kind } });
      } else {
        const where = { userId_kind: { userId, kind } };
        const chosen = { userId, kind, delivery };
        await tx.db.noticePreference.upsert({
          where,
          create: chosen,
          update: { delivery },
          select: { kind: true },
        });
      }
    }
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
