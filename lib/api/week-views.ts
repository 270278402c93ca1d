import { z } from "zod";
import { WindowView } from "@/lib/coverage/board/schema";
import { DayPartInput } from "@/lib/time/inputs";

const Day = z.iso.date();

const Extent = {
  window: WindowView,
  dutyIds: z.array(z.string()).meta({ description: "The duties; empty for all." }),
};

const Executive = z.object({
  executiveId: z.uuid(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(["own", "cover"]),
  minutes: z.number(),
  coverFor: z.string().nullable().meta({ description: "Whom I cover for." }),
  ...Extent,
});

const WeekPart = z.object({
  part: DayPartInput,
  state: z.enum(["work", "away", "off"]),
  awayHours: z
    .array(z.object({ startMinute: z.number().int(), endMinute: z.number().int() }))
    .meta({ description: "Hours I am away of a half-day that I work, as minutes after midnight." }),
  executives: z.array(Executive),
  coveredByOthers: z.array(
    z.object({ executiveId: z.uuid(), name: z.string(), coveredBy: z.string().nullable(), ...Extent }),
  ),
});

const DutyNames = z
  .record(z.string(), z.string())
  .meta({ description: "Names of the duties mentioned, in your language." });

const ShiftHours = { startMinute: z.number().int(), endMinute: z.number().int() };

const OwnShiftView = z.object({
  id: z.uuid(),
  on: Day,
  ...ShiftHours,
  breakStartMinute: z.number().int(),
  breakMinutes: z.number().int(),
  site: z.string(),
  work: z.array(z.object({ roleId: z.uuid(), role: z.string(), ...ShiftHours })),
  calledOff: z
    .array(z.object(ShiftHours))
    .meta({ description: "What of the shift an approved absence calls off." }),
});

/** An assistant's week by half-day. */
export const WeekView = z.object({
  week: z.string().meta({ examples: ["2026-W34"] }),
  today: Day,
  dutyNames: DutyNames,
  shifts: z.array(OwnShiftView).meta({ description: "My published shifts of the week." }),
  days: z.array(
    z.object({
      on: Day,
      holiday: z.string().nullable(),
      hours: z.object({ startsAtMinute: z.number().int(), endsAtMinute: z.number().int() }).nullable(),
      parts: z.array(WeekPart),
    }),
  ),
});

/** Who supports an executive, today and the coming days. */
export const SupportView = z.object({
  today: Day,
  dutyNames: DutyNames,
  days: z.array(
    z.object({
      on: Day,
      holiday: z.string().nullable(),
      parts: z.array(
        z.object({
          part: DayPartInput,
          status: z.enum(["own", "cover", "gap", "not_needed"]),
          assistantName: z.string().nullable(),
          ownName: z.string().nullable(),
          pieces: z
            .array(z.object({ ...Extent, assistantName: z.string().nullable() }))
            .meta({ description: "Who is there in some hours or for some duties; empty for one whole." }),
        }),
      ),
    }),
  ),
});
