import { z } from "zod";
import { CEFR_LEVELS, WeekdayHoursView } from "@/lib/assistants/schema";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact, publicText } from "@/lib/facts";
import { COVER_LEVELS } from "./schema";
import { ACCESS_KINDS, PROFILE_CATEGORIES } from "./schema-profile";

const EXECUTIVE = forAdministrators("executive", {
  poolId: IdFact,
  title: publicText("position"),
  department: publicText("position"),
  tier: z.number().int(),
  site: publicText("place of work"),
  onsite: z.boolean(),
  leavesOn: DayFact.nullable(),
  supportHours: z.array(WeekdayHoursView),
  duties: z.array(
    z.strictObject({
      dutyId: KeyFact,
      minutesPerDay: z.number().int(),
      minProficiency: z.number().int(),
      coverLevel: z.enum(COVER_LEVELS),
    }),
  ),
  languages: z.array(z.strictObject({ language: KeyFact, level: z.enum(CEFR_LEVELS).nullable() })),
});

const SECTION = forAdministrators("profile_section", {
  executiveId: IdFact,
  category: z.enum(PROFILE_CATEGORIES),
  confidential: z.boolean(),
  openToManagers: z.boolean(),
});

/** What the audit log tells of executives and their profiles. Name and e-mail are the account's, so that they can be erased. */
export const executiveAudit = declareAudit({
  "executive.created": EXECUTIVE,
  "executive.changed": EXECUTIVE,
  "access_template.set": forAdministrators("executive", { kinds: z.array(z.enum(ACCESS_KINDS)) }),
  "profile_section.added": SECTION,
  "profile_section.changed": SECTION,
  "profile_section.removed": SECTION,
  "recurring_duty.added": forAdministrators("recurring_duty", {
    executiveId: IdFact,
    dutyId: KeyFact.nullable(),
    weekdays: z.array(z.number().int()),
    monthDay: z.number().int().nullable(),
    minute: z.number().int().nullable(),
  }),
  "recurring_duty.removed": forAdministrators("recurring_duty", { executiveId: IdFact }),
  "date_to_know.added": forAdministrators("date_to_know", { executiveId: IdFact, on: DayFact }),
  "date_to_know.removed": forAdministrators("date_to_know", { executiveId: IdFact }),
});
