import { z } from "zod";
import { Flag } from "@/lib/absences/settings/schema";
import { EmailInput } from "@/lib/accounts/schema";
import { DayText } from "@/lib/assistants/schema";
import { LEAVE_FAULTS } from "@/lib/imports/schema";
import { oneLine } from "@/lib/text";

export const FEED_KINDS = ["assistant", "executive", "pool"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** Which of one's calendars gets a new secret address; the pool is named where the calendar is a pool's. */
export const MakeFeedInput = z.strictObject({ kind: z.enum(FEED_KINDS), poolId: z.uuid().optional() });
export type MakeFeedInput = z.infer<typeof MakeFeedInput>;

export const RemoveFeedInput = z.strictObject({ id: z.uuid() });
export type RemoveFeedInput = z.infer<typeof RemoveFeedInput>;

/** A calendar one may subscribe to; without an id it has no address yet. */
export const FeedView = z.strictObject({
  id: z.uuid().nullable(),
  kind: z.enum(FEED_KINDS),
  poolId: z.uuid().nullable(),
  name: z.string().meta({ description: "Your own name, or the pool's." }),
  renewedAt: z.date().nullable(),
  lastReadAt: z.date().nullable(),
});
export type FeedView = z.infer<typeof FeedView>;

/** A new address in clear: it is shown this once. */
export type NewFeed = { id: string; kind: FeedKind; token: string };

export const LARGEST_CALENDAR_BYTES = 5 * 1024 * 1024;
export const MOST_EVENTS = 2_000;
export const MOST_EVENTS_SHOWN = 200;

/** How a calendar file becomes absences: of which type and status, and whose where its events name no person. */
export const ImportCalendarOptions = z.strictObject({
  type: oneLine(40, 1),
  status: z.enum(["requested", "approved"]).default("approved"),
  assistantEmail: EmailInput.optional(),
  dryRun: z.boolean().default(false),
  /** Leave that needs a decision comes in as requested instead of being refused. */
  asRequested: Flag.default(false),
  /** The UIDs of events that are left out, whatever is at fault with them; "#3" for the third event without one. */
  leaveOut: z.array(z.string().min(1).max(500)).max(MOST_EVENTS).default([]),
});
export type ImportCalendarOptions = z.infer<typeof ImportCalendarOptions>;

/** What the verb takes; the file is checked by its own rules, event by event. */
export type ImportCalendarInput = z.input<typeof ImportCalendarOptions> & { content: Uint8Array | string };

/** What can be wrong with a calendar file; the words and the remedy are in the messages areas "calendars" and, of the rules of leave, "imports". */
export const EVENT_FAULTS = [
  "not_a_calendar",
  "too_large",
  "too_many_events",
  "unreadable_event",
  "unreadable_value",
  "no_uid",
  "no_start",
  "unknown_zone",
  "ends_before_start",
  "outside_years",
  "recurs_too_often",
  "recurs_oddly",
  "same_event_twice",
  "nobody_named",
  "unknown_assistant",
  "overlaps_event",
  "overlaps_absence",
  ...LEAVE_FAULTS,
] as const;
export type EventFaultCode = (typeof EVENT_FAULTS)[number];

const Values = z.record(z.string(), z.union([z.string(), z.number()]));

/** Why an event of a file makes no absence, though nothing is wrong with it. */
export const LEFT_OUT_REASONS = [
  "cancelled",
  "free",
  "declined",
  "no_working_time",
  "older_version",
  "by_choice",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

const EventOfFile = z.strictObject({
  /** Its place among the events of the file, from 1; null for the file as a whole. */
  event: z.number().int().nullable(),
  /** What leaves the event out: its UID, or "#3" where it has none; empty for the file as a whole. */
  uid: z.string(),
  summary: z.string(),
});
export type EventOfFile = z.infer<typeof EventOfFile>;

export const EventFault = EventOfFile.extend({
  code: z.enum(EVENT_FAULTS),
  values: Values,
});
export type EventFault = z.infer<typeof EventFault>;

export const EventChange = z.strictObject({
  event: z.number().int(),
  kind: z.enum(["create", "update", "cancel"]),
  name: z.string(),
  from: DayText,
  to: DayText,
});
export type EventChange = z.infer<typeof EventChange>;

/** What an import did, or would do. The lists are cut at their first entries; the counts are whole. */
export const CalendarReport = z.strictObject({
  applied: z.boolean(),
  events: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  cancelled: z.number().int(),
  unchanged: z.number().int(),
  /** Of those created, the ones that wait for a decision although they were to be approved. */
  asRequested: z.number().int(),
  /** Events by which more than one person is away, to be looked at: people are invited for information, too. */
  ofSeveral: z.number().int(),
  leftOut: z.record(z.enum(LEFT_OUT_REASONS), z.number().int()),
  leftOutByChoice: z.array(EventOfFile),
  changes: z.array(EventChange),
  faultCount: z.number().int(),
  faults: z.array(EventFault),
});
export type CalendarReport = z.infer<typeof CalendarReport>;
