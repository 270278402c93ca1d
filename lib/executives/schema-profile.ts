import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { DutyId } from "@/lib/pools/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

/** What a section of a profile is about, in the order they are read. */
export const PROFILE_CATEGORIES = [
  "preferences",
  "calendar",
  "meetings",
  "travel",
  "correspondence",
  "phones",
  "expenses",
  "people",
  "access",
  "other",
] as const;
export type ProfileCategory = (typeof PROFILE_CATEGORIES)[number];

export const ACCESS_KINDS = ["mailbox", "calendar", "card", "phone", "files", "other"] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

const Version = z.coerce.number().int();

/** An executive's profile, by its executive. */
export const ExecutiveInput = z.strictObject({ executiveId: z.uuid() });
export type ExecutiveInput = z.infer<typeof ExecutiveInput>;

const section = {
  category: z.enum(PROFILE_CATEGORIES),
  title: oneLine(120).default(""),
  body: manyLines(8_000, 1),
  confidential: z.stringbool().or(z.boolean()).default(false),
  openToManagers: z.stringbool().or(z.boolean()).default(false),
};

/** A new section of how an executive likes to be supported. */
export const AddProfileSectionInput = ExecutiveInput.extend(section);
export type AddProfileSectionInput = z.infer<typeof AddProfileSectionInput>;

export const ChangeProfileSectionInput = z.strictObject({ id: z.uuid(), version: Version, ...section });
export type ChangeProfileSectionInput = z.infer<typeof ChangeProfileSectionInput>;

/** A record of the executive, and the version it was read at. */
export const RemoveFromExecutiveInput = z.strictObject({ id: z.uuid(), version: Version.optional() });
export type RemoveFromExecutiveInput = z.infer<typeof RemoveFromExecutiveInput>;

const Weekday = z.coerce.number().int().min(1).max(7);
const Minute = z.coerce.number().int().min(0).max(1_439);

/** What an executive does on some weekdays, or on a day of each month; 31 is the month's last. */
export const AddRoutineInput = ExecutiveInput.extend({
  text: oneLine(300, 1),
  dutyId: DutyId.nullable().default(null),
  weekdays: z.array(Weekday).max(7).default([]),
  monthDay: z.coerce.number().int().min(1).max(31).nullable().default(null),
  minute: Minute.nullable().default(null),
});
export type AddRoutineInput = z.infer<typeof AddRoutineInput>;

/** A day to know of at an executive. */
export const AddDateToKnowInput = ExecutiveInput.extend({ on: DayInput, text: oneLine(300, 1) });
export type AddDateToKnowInput = z.infer<typeof AddDateToKnowInput>;

/** What covers of an executive are given: all of it, in order. */
export const SetAccessTemplateInput = ExecutiveInput.extend({
  items: z.array(z.strictObject({ kind: z.enum(ACCESS_KINDS), label: oneLine(80).default("") })).max(20),
});
export type SetAccessTemplateInput = z.infer<typeof SetAccessTemplateInput>;

const Instant = z.string().meta({ format: "date-time" });

/** A section as its reader may see it; the body is null where it is not theirs to read. */
export const ProfileSectionView = z.strictObject({
  id: z.uuid(),
  category: z.enum(PROFILE_CATEGORIES),
  title: z.string().nullable(),
  body: z.string().nullable(),
  confidential: z.boolean(),
  openToManagers: z.boolean(),
  updatedAt: Instant,
  version: z.number().int(),
});
export type ProfileSectionView = z.infer<typeof ProfileSectionView>;

export const RoutineView = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  dutyId: z.string().nullable(),
  weekdays: z.array(z.number().int()),
  monthDay: z.number().int().nullable(),
  minute: z.number().int().nullable(),
  version: z.number().int(),
});
export type RoutineView = z.infer<typeof RoutineView>;

export const DateToKnowView = z.strictObject({
  id: z.uuid(),
  on: DayText,
  text: z.string(),
  version: z.number().int(),
});
export type DateToKnowView = z.infer<typeof DateToKnowView>;

/** All that is kept of an executive for whoever sits at it, as its reader may see it. */
export const ExecutiveProfileView = z.strictObject({
  executiveId: z.uuid(),
  executiveName: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string().meta({ description: "Empty for none." }),
  today: DayText,
  mayKeep: z.boolean().meta({ description: "Whether you may change it." }),
  isOwn: z.boolean().meta({ description: "Whether you are the executive." }),
  mayReadConfidential: z.boolean(),
  sections: z.array(ProfileSectionView),
  routines: z.array(RoutineView),
  datesToKnow: z.array(DateToKnowView),
  access: z.array(z.strictObject({ kind: z.enum(ACCESS_KINDS), label: z.string() })),
});
export type ExecutiveProfileView = z.infer<typeof ExecutiveProfileView>;
