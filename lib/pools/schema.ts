import { z } from "zod";
import { EmailInput, LinkToken, LocaleInput, NewPassword, PersonName } from "@/lib/accounts/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { oneLine, SearchText } from "@/lib/text";
import { isTimeZone } from "@/lib/time/zone";

export const HOLIDAY_TYPES = ["public", "bank", "school", "optional", "observance"] as const;

/** What an office may leave out of the menu. */
export const MENU_PLACES = [
  "requests",
  "handovers",
  "time_off_calendar",
  "workload",
  "backup_coverage",
  "what_if",
] as const;
export type MenuPlace = (typeof MENU_PLACES)[number];

const PoolName = oneLine(80, 1);
const TimeZone = z.string().max(60).refine(isTimeZone, { error: "not_a_time_zone" });
const HolidayRegion = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/);

/** A new pool. The region is one of date-holidays': "SE", "GB-ENG". */
export const CreatePoolInput = z.strictObject({
  name: PoolName,
  timeZone: TimeZone.default("Europe/Stockholm"),
  holidayRegion: HolidayRegion.default("SE"),
  holidayTypes: z.array(z.enum(HOLIDAY_TYPES)).max(5).default(["public", "bank"]),
});
export type CreatePoolInput = z.infer<typeof CreatePoolInput>;

/** The first person of an installation and the pool they lead. */
export const SetUpInput = z.strictObject({
  token: LinkToken,
  locale: LocaleInput,
  name: PersonName,
  email: EmailInput,
  password: NewPassword,
  poolName: PoolName,
  timeZone: TimeZone,
  holidayRegion: HolidayRegion,
});
export type SetUpInput = z.infer<typeof SetUpInput>;

/** All of a pool's settings, and the version they were read at. */
export const ChangePoolInput = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int(),
  name: PoolName,
  timeZone: TimeZone,
  holidayRegion: HolidayRegion,
  holidayTypes: z.array(z.enum(HOLIDAY_TYPES)).max(5).default([]),
  /** The pools that may borrow this one's assistants. */
  lendsTo: z.array(z.uuid()).max(200).default([]),
  /** Whether a cover who accepts an offer is confirmed by that. */
  confirmsAccepted: z.boolean().default(true),
  hiddenPlaces: z.array(z.enum(MENU_PLACES)).max(MENU_PLACES.length).default([]),
});
export type ChangePoolInput = z.infer<typeof ChangePoolInput>;

/** Whether Coverage shows the first steps of the pools one leads. */
export const ShowFirstStepsInput = z.strictObject({ isShown: z.stringbool().default(false) });
export type ShowFirstStepsInput = z.infer<typeof ShowFirstStepsInput>;

/** A page of the pools one leads. */
export const ListPoolsInput = z.strictObject({
  q: SearchText.optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListPoolsInput = z.infer<typeof ListPoolsInput>;

export const PoolView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  timeZone: z.string(),
  holidayRegion: z.string(),
  holidayTypes: z.array(z.string()),
  lendsTo: z.array(z.uuid()).meta({ description: "The pools that may borrow its assistants." }),
  confirmsAccepted: z
    .boolean()
    .meta({ description: "A cover who accepts an offer is confirmed by that; else a manager confirms." }),
  hiddenPlaces: z.array(z.enum(MENU_PLACES)).meta({ description: "What the menu of its people leaves out." }),
  assistantCount: z.number().int(),
  executiveCount: z.number().int(),
  version: z.number().int(),
});
export type PoolView = z.infer<typeof PoolView>;

/** A kind of support, and the skill it takes. */
export const DutyView = z.strictObject({
  id: z.string(),
  nameEn: z.string(),
  nameSv: z.string(),
  descriptionEn: z.string(),
  descriptionSv: z.string(),
});
export type DutyView = z.infer<typeof DutyView>;

/** A duty's short key: "calendar". */
export const DutyId = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/);
