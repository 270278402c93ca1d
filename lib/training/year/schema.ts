import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";

const Year = z.coerce.number().int().min(2000).max(2100);

export const YearPlanInput = z.strictObject({ poolId: z.uuid(), year: Year });
export type YearPlanInput = z.infer<typeof YearPlanInput>;

/** What training of a pool may cost in a year. */
export const SetBudgetInput = z.strictObject({
  poolId: z.uuid(),
  year: Year,
  amount: z.coerce
    .number()
    .int()
    .min(0)
    .max(2_000_000_000)
    .meta({ description: "In the smallest unit of the currency." }),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type SetBudgetInput = z.infer<typeof SetBudgetInput>;

const amount = z.number().int();

/** A year of training of a pool: its sessions in order, and what they cost of the budget. */
export const YearPlanView = z.strictObject({
  year: z.number().int(),
  budget: z.strictObject({ amount, currency: z.string() }).nullable(),
  currency: z.string(),
  spent: amount,
  committed: amount,
  left: amount.nullable(),
  others: z
    .number()
    .int()
    .meta({ description: "Sessions that cost in another currency and are not in the sums." }),
  sessions: z.array(
    z.strictObject({
      id: z.uuid(),
      course: z.string(),
      firstOn: DayText,
      held: z.number().int(),
      capacity: z.number().int(),
      minutes: z.number().int().meta({ description: "Minutes of all participants together." }),
      cost: amount,
      currency: z.string(),
      isCancelled: z.boolean(),
    }),
  ),
});
export type YearPlanView = z.infer<typeof YearPlanView>;
