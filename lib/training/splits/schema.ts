import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CoverChoiceInput } from "@/lib/coverage/leave-cover/schema";
import { oneLine } from "@/lib/text";
import { daysBetween } from "@/lib/time/day";
import { DayInput, MinuteInput } from "@/lib/time/inputs";
import { SPLIT_KINDS } from "@/lib/training/cohort/result";
import { SessionDateInput } from "@/lib/training/sessions/schema";

const MOST_PEOPLE = 200;
const MOST_SESSIONS = 40;
const MOST_DAYS = 62;

const Seats = z.coerce.number().int().min(1).max(500);

/** When a course could be held for the people of a pool: in which days, and in which hours the room is there. */
export const ProposeSplitsInput = z
  .strictObject({
    courseId: z.uuid(),
    poolId: z.uuid(),
    from: DayInput,
    to: DayInput,
    startMinute: MinuteInput,
    endMinute: MinuteInput,
    seats: Seats,
    assistantIds: z
      .array(z.uuid())
      .max(MOST_PEOPLE)
      .optional()
      .meta({ description: "Who is to go; all of the pool who have no seat yet when left out." }),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "ends_before_start" })
  .refine(({ from, to }) => daysBetween(from, to) <= MOST_DAYS, { path: ["to"], error: "range_too_long" });
export type ProposeSplitsInput = z.infer<typeof ProposeSplitsInput>;

const Person = z.strictObject({ id: z.uuid(), name: z.string() });

/** Sessions with who goes and who covers, which leave nobody open. */
export const SplitView = z.strictObject({
  kind: z.enum(SPLIT_KINDS),
  isProven: z.boolean().meta({ description: "True where nothing better of its kind exists." }),
  coverMinutes: z.number().int(),
  sessions: z.array(
    z.strictObject({
      on: DayText,
      startMinute: z.number().int(),
      endMinute: z.number().int(),
      people: z.array(Person.extend({ covers: z.array(CoverChoiceInput) })),
    }),
  ),
  unplaced: z.array(Person),
});
export type SplitView = z.infer<typeof SplitView>;

export const SplitsView = z.strictObject({
  people: z.number().int(),
  sessionsAtLeast: z.number().int().meta({ description: "Fewer sessions are impossible." }),
  mostAtOnce: z.number().int().meta({ description: "So many can be away at once at most." }),
  splits: z.array(SplitView),
  unplaceable: z.array(
    Person.extend({
      on: DayText.nullable().meta({ description: "The day on which the least would stay open." }),
      executives: z.array(z.string()),
    }),
  ),
});
export type SplitsView = z.infer<typeof SplitsView>;

/** Books a split as it was shown: all sessions, seats and covers, or nothing. */
export const AcceptSplitInput = z.strictObject({
  courseId: z.uuid(),
  poolId: z.uuid(),
  seats: Seats,
  location: oneLine(120).default(""),
  sessions: z
    .array(
      SessionDateInput.extend({
        people: z
          .array(z.strictObject({ id: z.uuid(), covers: z.array(CoverChoiceInput).max(200) }))
          .min(1)
          .max(MOST_PEOPLE),
      }),
    )
    .min(1)
    .max(MOST_SESSIONS),
});
export type AcceptSplitInput = z.infer<typeof AcceptSplitInput>;
