import { z } from "zod";
import type { WeekdayHours } from "@/lib/time/half-day";
import { minuteOf } from "@/lib/time/hours";

const WeekdayRow = z.strictObject({
  works: z.enum(["on", "off"]).default("off"),
  starts: z.string().optional(),
  ends: z.string().optional(),
  remote: z.literal("on").optional(),
});

/** The week editor's seven rows, `hours.1.works`, `.starts`, `.ends`: the hours of the days that are ticked. */
export const WeekRows = z
  .record(z.string().regex(/^[1-7]$/), WeekdayRow)
  .default({})
  .transform((rows, check): WeekdayHours[] =>
    Object.entries(rows).flatMap(([weekday, row]) => {
      if (row.works === "off") return [];
      const [starts, ends] = (["starts", "ends"] as const).map((field) => {
        const typed = row[field];
        const minute = typed === undefined ? null : minuteOf(typed);
        if (minute === null) {
          const message = typed === undefined ? "required" : "not_a_time";
          check.addIssue({ code: "custom", message, path: [weekday, field], input: typed });
        }
        return minute;
      });
      if (starts == null || ends == null) return [];
      const hours = { weekday: Number(weekday), startsAtMinute: starts, endsAtMinute: ends };
      return [{ ...hours, ...(row.remote && { place: "remote" as const }) }];
    }),
  );
