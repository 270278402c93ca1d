import { z } from "zod";
import { ApproveSwapInput } from "@/lib/coverage/publishing/schema";
import type { HalfDay } from "@/lib/time/half-day";

/** The name of the field with the reason for a rule that a shift breaks. */
export function reasonField({ shiftId, rule }: { shiftId: string; rule: string }): string {
  return `reason.${shiftId} ${rule}`;
}

/** The name of the field with what becomes of a cover in a half-day. */
export function coverField(coverId: string, { on, part }: HalfDay): string {
  return `cover.${coverId} ${on} ${part}`;
}

const Named = z.record(z.string(), z.unknown()).default({});
const NamedFields = z.looseObject({ reason: Named, cover: Named });

/** An approval as its form sends it: reasons by shift and rule, decisions by cover and half-day. */
export const ApproveRequestForm = z.preprocess((fields) => {
  const { reason, cover, ...request } = NamedFields.parse(fields);
  const overrides = Object.entries(reason).map(([key, words]) => {
    const [shiftId, rule] = key.split(" ");
    return { shiftId, rule, reason: words };
  });
  const covers = Object.entries(cover).map(([key, decision]) => {
    const [coverId, on, part] = key.split(" ");
    return { coverId, on, part, decision };
  });
  return { ...request, overrides, covers };
}, ApproveSwapInput);

/** What the address of the page says: which pool, what is open, and whom of several an open shift would go to. */
export const SwapsAddress = z.object({
  pool: z.uuid().optional(),
  open: z.uuid().optional(),
  for: z.uuid().optional(),
});
