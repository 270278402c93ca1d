import { z } from "zod";
import { coverFields } from "@/lib/coverage/leave-cover/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { ENROLMENT_STATUSES } from "./rules-statuses";

const Note = manyLines(500);
/** Asks for a seat on a course, in a session or whenever there is one. */
export const AskForSeatInput = z.strictObject({
  courseId: z.uuid(),
  sessionId: z.uuid().nullable().default(null),
  note: Note.default(""),
});
export type AskForSeatInput = z.infer<typeof AskForSeatInput>;

/** Gives somebody a seat in a session, with the cover of its dates. */
export const EnrolInput = z.strictObject({ sessionId: z.uuid(), assistantId: z.uuid(), ...coverFields });
export type EnrolInput = z.infer<typeof EnrolInput>;

const asRead = { id: z.uuid(), version: ReadVersion };

/** Approves what was asked for; the seat is booked with its cover, or waited for where the session is full. */
export const ApproveEnrolmentInput = z.strictObject({
  ...asRead,
  sessionId: z.uuid().optional().meta({ description: "Another session of the course than was asked for." }),
  ...coverFields,
});
export type ApproveEnrolmentInput = z.infer<typeof ApproveEnrolmentInput>;

/** Moves somebody to another session of the same course, with the cover of its dates. */
export const ChangeSessionOfSeatInput = z.strictObject({
  ...asRead,
  sessionId: z.uuid().meta({ description: "Another session of the same course." }),
  ...coverFields,
});
export type ChangeSessionOfSeatInput = z.infer<typeof ChangeSessionOfSeatInput>;

/** Declines or gives back, with a word that reaches the other side. */
export const EndEnrolmentInput = z.strictObject({ ...asRead, note: Note.default("") });
export type EndEnrolmentInput = z.infer<typeof EndEnrolmentInput>;

/** Takes an offered seat, or leaves it to the next in line. */
export const AnswerSeatInput = z.strictObject({
  ...asRead,
  accept: z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean()),
});
export type AnswerSeatInput = z.infer<typeof AnswerSeatInput>;

/** Holds a seat for somebody until they answer; the day by which they do is a week ahead when left out. */
export const InviteInput = z.strictObject({
  sessionId: z.uuid(),
  assistantId: z.uuid(),
  answerBy: DayInput.nullable().default(null),
});
export type InviteInput = z.infer<typeof InviteInput>;

export const PreviewBookingInput = z.strictObject({ sessionId: z.uuid(), assistantId: z.uuid() });
export type PreviewBookingInput = z.infer<typeof PreviewBookingInput>;

export const ListEnrolmentsInput = z.strictObject({
  sessionId: z.uuid().optional(),
  assistantId: z.uuid().optional(),
  show: z.enum(["live", "all"]).default("live"),
});
export type ListEnrolmentsInput = z.infer<typeof ListEnrolmentsInput>;

/** An enrolment as its person and the managers of the pool see it. */
export const EnrolmentView = z.strictObject({
  id: z.uuid(),
  courseId: z.uuid(),
  course: z.string(),
  sessionId: z.uuid().nullable(),
  assistantId: z.uuid(),
  assistantName: z.string(),
  status: z.enum(ENROLMENT_STATUSES),
  position: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Seat in the waiting list, 1 is next; null without waiting." }),
  waiting: z.number().int().nullable().meta({ description: "How many wait in all." }),
  isInvited: z.boolean().meta({ description: "True where a manager invited the person." }),
  offerUntil: z.iso.datetime().nullable(),
  passedOver: z
    .string()
    .nullable()
    .meta({ description: "For managers: why the last free seat went to a person further down the list." }),
  passedOverFor: z.array(z.uuid()).meta({ description: "For managers: whom it would have left alone." }),
  note: z.string(),
  askedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type EnrolmentView = z.infer<typeof EnrolmentView>;
