import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import {
  MEETING_ANSWERS,
  MEETING_LENGTHS,
  MEETING_REPLIES,
  MOST_MEETING_OPTIONS,
  MOST_MEETING_PEOPLE,
  OFFICE_MEETING_STATUSES,
} from "./rules-choices";

const Minutes = z.coerce
  .number()
  .int()
  .min(15)
  .max(480)
  .meta({ description: `How long it takes, in minutes; usually one of ${MEETING_LENGTHS.join(", ")}.` });
const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

const PeopleText = manyLines(6_000).default("").meta({
  description: "Who else takes part, one a line: Petra Sund <petra@bank.example>, or the address alone.",
});

/** A meeting to be arranged for the executive of a request. */
export const ArrangeMeetingInput = z.strictObject({
  requestId: z.uuid(),
  title: oneLine(120, 1),
  place: oneLine(200).default(""),
  minutes: Minutes,
  from: DayInput,
  to: DayInput,
  people: PeopleText,
});
export type ArrangeMeetingInput = z.infer<typeof ArrangeMeetingInput>;

export const OfficeMeetingIdInput = z.strictObject({ id: z.uuid() });

/** The times people are asked about. */
export const PollMeetingInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  starts: z.array(Instant).min(1).max(MOST_MEETING_OPTIONS),
});
export type PollMeetingInput = z.infer<typeof PollMeetingInput>;

/** The time a meeting is settled on. */
export const ConfirmMeetingInput = z.strictObject({ id: z.uuid(), version: ReadVersion, startsAt: Instant });
export type ConfirmMeetingInput = z.infer<typeof ConfirmMeetingInput>;

/** The times chosen on a page: to be asked about, or one of them to be settled on. */
export const ChooseTimesInput = PollMeetingInput.extend({ settle: z.literal("on").optional() });
export type ChooseTimesInput = z.infer<typeof ChooseTimesInput>;

/** What a meeting is about, how long, where and between which days, changed as a whole. */
export const ChangeMeetingInput = ArrangeMeetingInput.omit({ requestId: true, people: true }).extend({
  id: z.uuid(),
  version: ReadVersion,
});
export type ChangeMeetingInput = z.infer<typeof ChangeMeetingInput>;

const PeopleIds = z.array(z.uuid()).max(MOST_MEETING_PEOPLE).default([]);

/** Who is added to a meeting, who is taken off it, and who of it has to come. */
export const ChangePeopleInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  add: PeopleText,
  remove: PeopleIds.meta({ description: "Ids of people of the meeting." }),
  required: PeopleIds.meta({ description: "Ids of those who have to come from now on." }),
  optional: PeopleIds.meta({ description: "Ids of those who may come from now on." }),
});
export type ChangePeopleInput = z.infer<typeof ChangePeopleInput>;

export const CancelMeetingInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type CancelMeetingInput = z.infer<typeof CancelMeetingInput>;

const Moment = z.string().meta({ format: "date-time" });
const Answer = z.enum(MEETING_ANSWERS);

const MeetingPersonView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isRequired: z.boolean(),
  isInside: z.boolean(),
  isOwner: z.boolean().meta({ description: "Whose meeting it is; stays in it." }),
  note: z.string(),
  hasAnswered: z.boolean(),
  reply: z
    .enum(MEETING_REPLIES)
    .nullable()
    .meta({ description: "What their calendar answers to the invitation." }),
});
export type MeetingPersonView = z.infer<typeof MeetingPersonView>;

const MeetingOptionView = z.strictObject({
  id: z.uuid(),
  startsAt: Moment,
  answers: z.record(z.string(), Answer).meta({ description: "By the id of the person." }),
});
export type MeetingOptionView = z.infer<typeof MeetingOptionView>;

const MeetingArrangement = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  dueOn: z.string().meta({ format: "date" }),
  hangsOnTime: z.boolean().meta({ description: "To be done again when the meeting moves." }),
  isDone: z.boolean(),
});
export type MeetingArrangement = z.infer<typeof MeetingArrangement>;

/** A meeting as those see it who arrange it. */
export const OfficeMeetingView = z.strictObject({
  id: z.uuid(),
  requestId: z.uuid(),
  executiveName: z.string(),
  title: z.string(),
  place: z.string(),
  minutes: z.number().int(),
  from: z.string().meta({ format: "date" }),
  to: z.string().meta({ format: "date" }),
  timeZone: z.string(),
  status: z.enum(OFFICE_MEETING_STATUSES),
  uid: z.string(),
  sequence: z.number().int(),
  startsAt: Moment.nullable(),
  version: z.number().int(),
  people: z.array(MeetingPersonView),
  removed: z
    .array(z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }))
    .meta({ description: "Who was invited and is taken off; their calendars are sent a cancellation." }),
  options: z.array(MeetingOptionView),
  arrangements: z.array(MeetingArrangement),
});
export type OfficeMeetingView = z.infer<typeof OfficeMeetingView>;

/** A time that is proposed; who is busy then is named. */
export const FreeTimeView = z.strictObject({ startsAt: Moment, endsAt: Moment, busy: z.array(z.string()) });
export type FreeTimeView = z.infer<typeof FreeTimeView>;

/** When the people of a meeting can, as far as it is known. */
export const FreeTimesView = z.strictObject({
  times: z.array(FreeTimeView),
  notKnown: z.array(z.uuid()).meta({ description: "Ids of those people of whom no calendar is known." }),
  hoursOnly: z
    .array(z.uuid())
    .meta({ description: "Of them, the executives of whom only the support hours are known." }),
});
export type FreeTimesView = z.infer<typeof FreeTimesView>;
