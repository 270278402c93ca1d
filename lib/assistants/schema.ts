import { z } from "zod";
import { AccountStanding, EmailInput, PersonName } from "@/lib/accounts/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { DutyId } from "@/lib/pools/schema";
import { oneLine, PhoneText, SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { STANDARD_WEEK } from "./rules";

export const SENIORITIES = ["junior", "assistant", "senior", "lead"] as const;
export type Seniority = (typeof SENIORITIES)[number];

export const CEFR_LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;
export type CefrLevel = (typeof CEFR_LEVELS)[number];

/** ISO 639-1, or 639-3 where there is no shorter one. */
export const LanguageCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/);

/** Hours on one weekday (1 is Monday), in minutes after midnight of the pool's time zone. */
export const WeekdayHoursInput = z.strictObject({
  weekday: z.coerce.number().int().min(1).max(7),
  startsAtMinute: z.coerce.number().int().min(0).max(1439),
  endsAtMinute: z.coerce.number().int().min(1).max(1440),
});

export const WeekInput = z.array(WeekdayHoursInput).max(7);

/** Proficiency 1 (beginner) to 5 (teaches others). */
export const Proficiency = z.coerce.number().int().min(1).max(5);

const SkillInput = z.strictObject({ dutyId: DutyId, proficiency: Proficiency });
const LanguageInput = z.strictObject({ language: LanguageCode, level: z.enum(CEFR_LEVELS) });

const person = {
  name: PersonName,
  email: EmailInput,
  poolId: z.uuid(),
  seniority: z.enum(SENIORITIES),
  ftePercent: z.coerce.number().int().min(1).max(100),
  site: oneLine(80),
  phone: PhoneText.default("").meta({ description: "As people write it; empty for none." }),
  hiredOn: DayInput.nullable().default(null),
  leavesOn: DayInput.nullable().default(null),
};

/** A new assistant; works Monday to Friday, 08:00–17:00, unless hours are given. */
export const CreateAssistantInput = z.strictObject({
  ...person,
  seniority: person.seniority.default("assistant"),
  ftePercent: person.ftePercent.default(100),
  site: person.site.default(""),
  hours: WeekInput.default([...STANDARD_WEEK]),
  skills: z.array(SkillInput).max(200).default([]),
  languages: z.array(LanguageInput).max(30).default([]),
});
export type CreateAssistantInput = z.infer<typeof CreateAssistantInput>;

/** All there is to say of an assistant, and the version it was read at. Without `hoursFrom`, other hours count from today on, until the next change that is planned. */
export const ChangeAssistantInput = z.strictObject({
  ...person,
  id: z.uuid(),
  version: z.coerce.number().int(),
  hours: WeekInput,
  hoursFrom: DayInput.nullable().default(null),
  skills: z.array(SkillInput).max(200),
  languages: z.array(LanguageInput).max(30),
});
export type ChangeAssistantInput = z.infer<typeof ChangeAssistantInput>;

/** A page of a list of people: those of one pool or of all one manages, whoever has left only when asked for. */
export const ListPeopleInput = z.strictObject({
  q: SearchText.optional(),
  poolId: z.uuid().optional(),
  show: z.enum(["current", "all"]).default("current"),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListPeopleInput = z.infer<typeof ListPeopleInput>;

export const DayText = z.string().meta({ format: "date", examples: ["2026-08-17"] });

export const WeekdayHoursView = z.strictObject({
  weekday: z.number().int(),
  startsAtMinute: z.number().int(),
  endsAtMinute: z.number().int(),
});

/** An assistant as the pool's manager sees them; `hours` and `supports` are today's. */
export const AssistantView = z.strictObject({
  id: z.uuid(),
  userId: z.uuid().meta({ description: "The account." }),
  name: z.string(),
  email: z.string(),
  poolId: z.uuid(),
  poolName: z.string(),
  seniority: z.enum(SENIORITIES),
  ftePercent: z.number().int(),
  site: z.string(),
  phone: z.string(),
  hiredOn: DayText.nullable(),
  leavesOn: DayText.nullable(),
  hours: z.array(WeekdayHoursView),
  upcomingHours: z.array(z.strictObject({ from: DayText, hours: z.array(WeekdayHoursView) })),
  skills: z.array(z.strictObject({ dutyId: z.string(), proficiency: z.number().int() })),
  languages: z.array(z.strictObject({ language: z.string(), level: z.enum(CEFR_LEVELS) })),
  supports: z.array(
    z.strictObject({
      executiveId: z.uuid(),
      executiveName: z.string(),
      role: z.enum(["primary", "backup", "shared"]),
      dutyIds: z.array(z.string()).meta({ description: "The duties; empty for all." }),
    }),
  ),
  account: AccountStanding,
  version: z.number().int(),
});
export type AssistantView = z.infer<typeof AssistantView>;

const PatternHoursInput = WeekdayHoursInput.extend({ place: z.enum(["site", "remote"]).default("site") });

/** One week of hours, or up to four that come round again, from a day on; what went before stays as it was. */
export const SetWorkingPatternInput = z.strictObject({
  id: z.uuid(),
  from: DayInput,
  weeks: z
    .array(z.array(PatternHoursInput).max(7))
    .min(1)
    .max(4)
    .meta({ description: "The first is the week that `from` lies in." }),
});
export type SetWorkingPatternInput = z.infer<typeof SetWorkingPatternInput>;

/** Whose hours, and on which day; today without one. */
export const WorkingPatternQuery = z.strictObject({ id: z.uuid(), on: DayInput.optional() });

export const WorkingPatternView = z.strictObject({
  assistantId: z.uuid(),
  on: DayText.meta({ description: "The day on which they count." }),
  week: z.number().int().meta({ description: "Which of the weeks it is on that day, 1 for the first." }),
  weeks: z.array(z.array(WeekdayHoursView.extend({ place: z.enum(["site", "remote"]) }))),
});
export type WorkingPatternView = z.infer<typeof WorkingPatternView>;
