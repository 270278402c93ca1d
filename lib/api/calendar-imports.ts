import "server-only";
import { z } from "zod";
import {
  CalendarReport,
  EventFault,
  ImportCalendarOptions,
  LARGEST_CALENDAR_BYTES,
} from "@/lib/calendars/schema";
import { importCalendar } from "@/lib/calendars/service-import";
import { managerApi } from "./base";
import { requireValue } from "./refusals";
import { wordsOfEventFault } from "./words";

/** A file as large as the form takes; line breaks are longer in JSON. */
const LARGEST_IMPORT_BYTES = 2 * LARGEST_CALENDAR_BYTES;

const ImportInput = ImportCalendarOptions.extend({
  calendar: z
    .string()
    .min(1)
    .max(LARGEST_CALENDAR_BYTES)
    .meta({ description: "The text of an iCalendar file." }),
});

/** The report with words for what is at fault. */
const ImportAnswer = CalendarReport.extend({
  faults: z.array(EventFault.extend({ message: z.string() })),
});

const EXAMPLE = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//example//EN",
  "BEGIN:VEVENT",
  "UID:1@example",
  "DTSTART;VALUE=DATE:20260817",
  "DTEND;VALUE=DATE:20260822",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

export const calendarImportsApi = {
  create: managerApi
    .meta({
      access: "manager",
      maxBodyBytes: LARGEST_IMPORT_BYTES,
      isBatch: true,
      example: {
        calendar: EXAMPLE,
        type: "vacation",
        status: "approved",
        assistantEmail: "assistant@office.example",
        dryRun: true,
      },
    })
    .route({
      method: "POST",
      path: "/calendar-imports",
      summary: "Import absences from a calendar",
      description:
        "Reads the events of an iCalendar text as absences, all of them or, when any is at fault, nothing; applied says which. An event is known again by its UID.",
    })
    .input(ImportInput)
    .output(ImportAnswer)
    .handler(async ({ context: { ctx, locale }, input: { calendar, ...options } }) => {
      const report = requireValue(await importCalendar(ctx, { ...options, content: calendar }));
      const faults = report.faults.map((fault) => ({ ...fault, message: wordsOfEventFault(fault, locale) }));
      return { ...report, faults };
    }),
};
