import { z } from "zod";
import { SchedulePolicyInput } from "@/lib/schedules/setup/schema";

/** What the form of a pool's rules says in hours, and the rules keep in minutes. */
export const RULES_IN_HOURS = [
  "restMinutes",
  "daySpanMinutes",
  "dayMinutes",
  "weekMinutes",
  "overContractMinutes",
  "weeklyRestMinutes",
  "breakAfterMinutes",
] as const;

const Hours = z.coerce.number().min(0).max(168);

/** A pool's rules as the form sends them. */
export const RulesFormInput = z
  .looseObject(Object.fromEntries(RULES_IN_HOURS.map((name) => [name, Hours])))
  .transform((fields) => {
    const minutes = RULES_IN_HOURS.map((name) => [name, Math.round(Number(fields[name]) * 60)]);
    return { ...fields, ...Object.fromEntries(minutes) };
  })
  .pipe(SchedulePolicyInput);
