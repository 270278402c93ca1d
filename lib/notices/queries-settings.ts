import "server-only";
import type { Ctx } from "@/lib/context";
import { listRecipients } from "./queries-recipients";
import { type DeliveryRules, deliveriesOf, deliveryFor, type PersonTimes } from "./rules-delivery";
import type { NoticeSetting } from "./schema";

/** How the actor is told of some kinds of things, and when they want mail. */
export async function getNoticeSettings(
  ctx: Ctx,
  rules: DeliveryRules,
): Promise<{ settings: NoticeSetting[]; times: PersonTimes }> {
  const [recipient] = await listRecipients(ctx, [ctx.actor.userId]);
  if (!recipient) throw new Error("whoever is signed in has an account");
  const settings = Object.entries(rules).map(([kind, rule]) => ({
    kind,
    urgency: rule.urgency,
    delivery: deliveryFor(rule, recipient.chosen[kind]),
    choices: deliveriesOf(rule),
  }));
  return { settings, times: recipient.times };
}
