import { z } from "zod";
import { ApproveShiftRequestInput } from "@/lib/schedules/swaps/schema";

/** The name of the field with the reason for a rule that a shift breaks. */
export function reasonField({ shiftId, rule }: { shiftId: string; rule: string }): string {
  return `reason.${shiftId} ${rule}`;
}

const ReasonFields = z.looseObject({ reason: z.record(z.string(), z.unknown()).default({}) });

/** An approval as its form sends it: reasons by shift and rule. */
export const ApproveRequestForm = z.preprocess((fields) => {
  const { reason, ...request } = ReasonFields.parse(fields);
  const overrides = Object.entries(reason).map(([key, words]) => {
    const [shiftId, rule] = key.split(" ");
    return { shiftId, rule, reason: words };
  });
  return { ...request, overrides };
}, ApproveShiftRequestInput);

/** What the address of the page says: which pool, what is open, and whom of several an open shift would go to. */
export const SwapsAddress = z.object({
  pool: z.uuid().optional(),
  open: z.uuid().optional(),
  for: z.uuid().optional(),
});
