import { z } from "zod";
import { AccountStanding, EmailInput, PersonName } from "@/lib/accounts/schema";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import {
  CEFR_LEVELS,
  DayText,
  LanguageCode,
  Proficiency,
  WeekdayHoursView,
  WeekInput,
} from "@/lib/assistants/schema";
import { DutyId } from "@/lib/pools/schema";
import { oneLine, PhoneText } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

/** How much of a duty continues while the assistant is away. */
export const COVER_LEVELS = ["full", "core", "monitor", "defer"] as const;
export type CoverLevel = (typeof COVER_LEVELS)[number];

const DutyRequirementInput = z.strictObject({
  dutyId: DutyId,
  minutesPerDay: z.coerce.number().int().min(0).max(1440),
  minProficiency: Proficiency.default(1),
  coverLevel: z.enum(COVER_LEVELS).default("full"),
});

const RequiredLanguageInput = z.strictObject({
  language: LanguageCode,
  level: z.enum(CEFR_LEVELS).nullable().default(null),
});

const person = {
  name: PersonName,
  email: EmailInput,
  poolId: z.uuid(),
  title: oneLine(120),
  department: oneLine(120),
  tier: z.coerce.number().int().min(1).max(5),
  site: oneLine(80),
  phone: PhoneText.default("").meta({ description: "As people write it; empty for none." }),
  onsite: z.boolean(),
  leavesOn: DayInput.nullable().default(null),
};

/** A new executive; supported Monday to Friday, 08:00–17:00, unless support hours are given. */
export const CreateExecutiveInput = z.strictObject({
  ...person,
  title: person.title.default(""),
  department: person.department.default(""),
  tier: person.tier.default(1),
  site: person.site.default(""),
  onsite: person.onsite.default(false),
  supportHours: WeekInput.default([...STANDARD_WEEK]),
  duties: z.array(DutyRequirementInput).max(200).default([]),
  languages: z.array(RequiredLanguageInput).max(30).default([]),
});
export type CreateExecutiveInput = z.infer<typeof CreateExecutiveInput>;

/** All there is to say of an executive, and the version it was read at. Without `supportHoursFrom`, other hours count from today on, until the next change that is planned. */
export const ChangeExecutiveInput = z.strictObject({
  ...person,
  id: z.uuid(),
  version: z.coerce.number().int(),
  supportHours: WeekInput,
  supportHoursFrom: DayInput.nullable().default(null),
  duties: z.array(DutyRequirementInput).max(200),
  languages: z.array(RequiredLanguageInput).max(30),
});
export type ChangeExecutiveInput = z.infer<typeof ChangeExecutiveInput>;

/** An executive as the pool's manager sees them; `supportedBy` is today's, covers left out. */
export const ExecutiveView = z.strictObject({
  id: z.uuid(),
  userId: z.uuid().meta({ description: "The account." }),
  name: z.string(),
  email: z.string(),
  poolId: z.uuid(),
  poolName: z.string(),
  title: z.string(),
  department: z.string(),
  tier: z.number().int(),
  site: z.string(),
  phone: z.string(),
  onsite: z.boolean(),
  leavesOn: DayText.nullable(),
  supportHours: z.array(WeekdayHoursView),
  /** Weeks that will replace the one above, and from when. */
  upcomingSupportHours: z.array(z.strictObject({ from: DayText, hours: z.array(WeekdayHoursView) })),
  duties: z.array(
    z.strictObject({
      dutyId: z.string(),
      minutesPerDay: z.number().int(),
      minProficiency: z.number().int(),
      coverLevel: z.enum(COVER_LEVELS),
    }),
  ),
  languages: z.array(z.strictObject({ language: z.string(), level: z.enum(CEFR_LEVELS).nullable() })),
  supportedBy: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      assistantName: z.string(),
      role: z.enum(["primary", "backup", "shared"]),
      rank: z.number().int(),
      dutyIds: z.array(z.string()).meta({ description: "The duties; empty for all." }),
    }),
  ),
  account: AccountStanding,
  version: z.number().int(),
});
export type ExecutiveView = z.infer<typeof ExecutiveView>;
