import { z } from "zod";
import { DutyId } from "@/lib/pools/schema";
import { manyLines } from "@/lib/text";
import { DayText, Proficiency } from "./schema";

export const RampStepInput = z.strictObject({
  dutyId: DutyId,
  fromWeek: z.coerce.number().int().min(1).max(52).meta({
    description: "Week 1 begins on the first day at work.",
  }),
  level: Proficiency,
});

/** The steps of somebody new; those that are signed off already stay. */
export const SetRampInput = z.strictObject({ id: z.uuid(), steps: z.array(RampStepInput).max(60) });
export type SetRampInput = z.infer<typeof SetRampInput>;

/** Signs a step off; before its week with the reason. */
export const SignOffStepInput = z.strictObject({
  id: z.uuid().meta({ description: "The assistant." }),
  stepId: z.uuid(),
  reason: manyLines(300).default(""),
});
export type SignOffStepInput = z.infer<typeof SignOffStepInput>;

/** A step of somebody new, as they, their mentor and their managers see it. */
export const RampStepView = z.strictObject({
  id: z.uuid(),
  dutyId: z.string(),
  fromWeek: z.number().int(),
  level: z.number().int(),
  begins: DayText.nullable().meta({ description: "The first day of its week." }),
  signedOffOn: DayText.nullable(),
  signedOffBy: z.string().nullable(),
  reason: z.string(),
});
export type RampStepView = z.infer<typeof RampStepView>;
