import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines } from "@/lib/text";
import { DayInput, MinuteInput } from "@/lib/time/inputs";

const Moment = z.string().meta({ format: "date-time" });
export const MEETING_KINDS = ["separate", "joint"] as const;
export const FEELINGS = ["better", "same", "worse"] as const;
const MOST_TERMS = 12;

/** A meeting with one of a conversation's people, or with all of them. */
export const SetMeetingInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  kind: z.enum(MEETING_KINDS),
  withId: z.uuid().nullable().default(null),
  on: DayInput,
  startMinute: MinuteInput,
  endMinute: MinuteInput,
  words: manyLines(2_000, 1).meta({ description: "Where, and what is to be talked about." }),
});
export type SetMeetingInput = z.infer<typeof SetMeetingInput>;

export const MeetingInput = z.strictObject({ id: z.uuid(), meetingId: z.uuid() });
export type MeetingInput = z.infer<typeof MeetingInput>;

export const AnswerMeetingInput = MeetingInput.extend({
  comes: z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean()),
});
export type AnswerMeetingInput = z.infer<typeof AnswerMeetingInput>;

/** One promise of an agreement. */
export const TermInput = z.strictObject({
  words: manyLines(500, 1),
  whoId: z.uuid().nullable().default(null).meta({ description: "Whose promise it is; null for all." }),
  untilOn: DayInput.nullable().default(null),
});

/** What is to be agreed; a new version cancels what was signed before. */
export const ProposeAgreementInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  terms: z.array(TermInput).min(1).max(MOST_TERMS),
});
export type ProposeAgreementInput = z.infer<typeof ProposeAgreementInput>;

export const SignAgreementInput = z.strictObject({ id: z.uuid(), edition: z.coerce.number().int().min(1) });
export type SignAgreementInput = z.infer<typeof SignAgreementInput>;

export const AnswerCheckInInput = z.strictObject({
  id: z.uuid(),
  checkInId: z.uuid(),
  feeling: z.enum(FEELINGS),
  words: manyLines(500).default(""),
});
export type AnswerCheckInInput = z.infer<typeof AnswerCheckInInput>;

/** A meeting as its reader may see it: their own answer; everybody's for the handler. */
export const MeetingView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(MEETING_KINDS),
  status: z.enum(["planned", "held", "cancelled"]),
  withId: z.uuid().nullable(),
  startsAt: Moment,
  endsAt: Moment,
  words: z.string(),
  answers: z.array(z.strictObject({ userId: z.uuid(), comes: z.boolean() })),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const AgreementView = z.strictObject({
  edition: z.number().int(),
  proposedAt: Moment,
  inForceAt: Moment.nullable(),
  terms: z.array(
    z.strictObject({ words: z.string(), whoId: z.uuid().nullable(), untilOn: DayText.nullable() }),
  ),
  signatures: z.array(z.strictObject({ userId: z.uuid(), at: Moment })),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const CheckInView = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  dueOn: DayText,
  feeling: z.enum(FEELINGS).nullable(),
  words: z.string(),
});
export type CheckInView = z.infer<typeof CheckInView>;

/** What of the mediation a person of the conversation may read. */
export const MediationView = z.strictObject({
  meetings: z.array(MeetingView),
  consents: z
    .array(z.uuid())
    .meta({ description: "Who has said yes to a joint meeting: all of them for the handler, else oneself." }),
  mayConsent: z.boolean(),
  jointRefusal: z.enum(["separate_meetings_first", "consent_missing", "nobody_to_meet"]).nullable(),
  agreement: AgreementView.nullable(),
  checkIns: z.array(CheckInView),
  needsLook: z.boolean(),
});
export type MediationView = z.infer<typeof MediationView>;
