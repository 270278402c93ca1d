import { z } from "zod";
import { DutyId } from "@/lib/pools/schema";
import { DayText } from "./schema";

export const SKILL_SOURCES = ["manager", "training", "correction", "import"] as const;

export const ListSkillChangesInput = z.strictObject({ id: z.uuid(), dutyId: DutyId.optional() });

/** A level that became another: when, from what, by whom. */
export const SkillChangeView = z.strictObject({
  id: z.uuid(),
  dutyId: z.string(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  on: DayText,
  source: z.enum(SKILL_SOURCES),
  by: z.string().nullable(),
});
export type SkillChangeView = z.infer<typeof SkillChangeView>;
