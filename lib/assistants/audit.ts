import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact, publicText } from "@/lib/facts";
import { CEFR_LEVELS, SENIORITIES, WeekdayHoursView } from "./schema";

const ASSISTANT = forAdministrators("assistant", {
  poolId: IdFact,
  seniority: z.enum(SENIORITIES),
  ftePercent: z.number().int(),
  site: publicText("place of work"),
  hiredOn: DayFact.nullable(),
  leavesOn: DayFact.nullable(),
  hours: z.array(WeekdayHoursView),
  skills: z.array(z.strictObject({ dutyId: KeyFact, proficiency: z.number().int() })),
  languages: z.array(z.strictObject({ language: KeyFact, level: z.enum(CEFR_LEVELS) })),
});

/** What the audit log tells of assistants. Name and e-mail are the account's, so that they can be erased. */
export const assistantAudit = declareAudit({
  "assistant.created": ASSISTANT,
  "assistant.changed": ASSISTANT,
  "assistant.ramp_set": forAdministrators("assistant", { poolId: IdFact, count: z.number().int() }),
  "assistant.step_signed_off": forAdministrators("assistant", {
    poolId: IdFact,
    dutyId: KeyFact,
    level: z.number().int(),
  }),
  "assistant.hours_set": forAdministrators("assistant", {
    poolId: IdFact,
    from: DayFact,
    count: z.number().int(),
  }),
});
