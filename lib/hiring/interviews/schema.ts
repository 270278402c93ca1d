import { z } from "zod";
import { CEFR_LEVELS, DayText } from "@/lib/assistants/schema";
import { CandidateTokenInput } from "@/lib/hiring/applications/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { INTERVIEW_STATUSES, MOST_PANEL } from "./rules";

const Moment = z.string().meta({ format: "date-time" });
const Start = z.iso.datetime().meta({ description: "One of the free times." });

export const StoredCriteria = z.array(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("duty"), key: z.string(), level: z.number().int() }),
    z.strictObject({ kind: z.literal("language"), key: z.string(), level: z.enum(CEFR_LEVELS).nullable() }),
  ]),
);

const panelFields = {
  userIds: z.array(z.uuid()).min(1).max(MOST_PANEL).meta({ description: "Who is on the panel." }),
  minutes: z.coerce.number().int().min(15).max(240).default(45),
  from: DayInput,
  to: DayInput,
};

/** Who is to meet a candidate, how long, and on which days. */
export const OfferInterviewInput = z.strictObject({
  applicationId: z.uuid(),
  title: oneLine(80, 1),
  place: oneLine(120, 1),
  ...panelFields,
  allowsGaps: z
    .union([z.boolean(), z.literal("on").transform(() => true)])
    .default(false)
    .meta({
      type: "boolean",
      description: "Whether a time may be chosen although an executive is then without cover.",
    }),
});
export type OfferInterviewInput = z.infer<typeof OfferInterviewInput>;

export const InterviewVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type InterviewVersionInput = z.infer<typeof InterviewVersionInput>;

export const BookInterviewInput = InterviewVersionInput.extend({ startsAt: Start });
export type BookInterviewInput = z.infer<typeof BookInterviewInput>;

/** A time as a candidate chooses it. */
export const ChooseTimeInput = CandidateTokenInput.extend({ startsAt: Start });
export type ChooseTimeInput = z.infer<typeof ChooseTimeInput>;

export const InterviewTimesView = z.strictObject({
  timeZone: z.string(),
  times: z.array(z.strictObject({ day: DayText, startsAt: Moment, endsAt: Moment })),
});
export type InterviewTimesView = z.infer<typeof InterviewTimesView>;

export const InterviewView = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  title: z.string(),
  place: z.string(),
  minutes: z.number().int(),
  from: DayText,
  to: DayText,
  timeZone: z.string(),
  status: z.enum(INTERVIEW_STATUSES),
  startsAt: Moment.nullable(),
  isHeld: z.boolean().meta({ description: "It was booked, and has begun." }),
  sequence: z.number().int().meta({ description: "Rises with every change that calendars take." }),
  criteria: StoredCriteria,
  people: z.array(
    z.strictObject({
      userId: z.uuid(),
      name: z.string(),
      isAway: z.boolean().meta({ description: "Their executives have cover for that time." }),
    }),
  ),
  version: z.number().int(),
});
export type InterviewView = z.infer<typeof InterviewView>;
