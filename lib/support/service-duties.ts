import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, dayToDate, laterDay } from "@/lib/time/day";
import { supportAudit } from "./audit";
import { dutySetOf } from "./rules";
import type { ChangeSupportDutiesInput } from "./schema";
import { refusalOfDuties, refuseChangedSupport, requireSupport, writeNewSupport } from "./service";
import { refusalOfClash, refusalOfPair, refusingClash, type SupportClash } from "./service-clash";

type DutiesRefusal =
  | SupportClash
  | "unknown_duty"
  | "ends_before_start"
  | "changed_since_read"
  | "not_available_for_executive";

/**
 * Changes the duties of support from a day on: what was before that day ends the day before and other support begins, so that
 * history stays; support that has not begun by then is changed itself. Answers the support in force from that day.
 */
export async function changeSupportDuties(
  ctx: Ctx<Manager>,
  input: ChangeSupportDutiesInput,
): Promise<Result<{ id: string }, DutiesRefusal>> {
  const before = await requireSupport(ctx, input.id);
  const dutyIds = dutySetOf(input.dutyIds);
  if (before.to !== null && before.to < input.from) return refuse("ends_before_start", { path: "from" });
  const unknown = await refusalOfDuties(ctx, { dutyIds });
  if (unknown) return unknown;
  const wanted = { ...before, id: input.id, dutyIds, from: laterDay(before.from, input.from) };
  return refusingClash(ctx, wanted, () =>
    inTransaction(ctx, async (tx) => {
      const isNew = before.from < input.from;
      const refusal = (isNew ? await refusalOfPair(tx, wanted) : null) ?? (await refusalOfClash(tx, wanted));
      if (refusal) return refusal;
      const last = addDays(input.from, -1);
      const { count } = await tx.db.supportAssignment.updateMany({
        where: { id: input.id, version: input.version },
        data: { ...(isNew ? { toOn: dayToDate(last) } : { dutyIds }), version: { increment: 1 } },
      });
      if (count === 0) return refuseChangedSupport(tx, input);
      const { executiveId, assistantId } = before;
      const facts = { executiveId, assistantId, dutyIds, from: wanted.from };
      await audit(tx, supportAudit("support.duties_changed", input.id, facts));
      return ok({ id: isNew ? await writeNewSupport(tx, wanted) : input.id });
    }),
  );
}
