import "server-only";
import { z } from "zod";
import { PublishScheduleInput } from "@/lib/coverage/publishing/schema";
import { publishSchedule } from "@/lib/coverage/publishing/service";
import { scheduleCsv } from "@/lib/imports/schedule/queries-export";
import { importSchedule } from "@/lib/imports/schedule/service";
import { ExportScheduleInput, ScheduleImportReport } from "@/lib/imports/schema";
import { requirePublication } from "@/lib/schedules/publishing/queries";
import { PublicationIdInput, PublicationView, PublishedView } from "@/lib/schedules/publishing/schema";
import { acknowledgePublication } from "@/lib/schedules/publishing/service";
import { getScheduleWeek, type ScheduleWeek } from "@/lib/schedules/week/queries";
import { CopyWeekInput, ScheduleWeekInput, ScheduleWeekView } from "@/lib/schedules/week/schema";
import { copyWeek } from "@/lib/schedules/week/service-copy";
import { listOwnWishes } from "@/lib/schedules/wishes/queries";
import { SetAvailabilityInput, WishView } from "@/lib/schedules/wishes/schema";
import { setAvailability } from "@/lib/schedules/wishes/service";
import { assistantApi, managerApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { shiftView } from "./shifts";

const POOL = "019ab3a0-0000-7000-8000-000000000001";

function weekView(week: ScheduleWeek): z.input<typeof ScheduleWeekView> {
  return {
    week: week.week,
    version: week.version,
    people: week.people.map(({ id, name, contractMinutes }) => ({
      assistantId: id,
      name,
      contractMinutes,
      plannedMinutes: week.plannedMinutes.get(id) ?? 0,
    })),
    shifts: week.shifts.map((shift) => ({ ...shiftView(shift), calledOff: shift.calledOff })),
    demand: week.pieces,
    findings: week.findings,
  };
}

const LeftOut = z.array(
  z.strictObject({
    assistantId: z.uuid().nullable(),
    on: z.iso.date(),
    reason: z.enum(["overlap", "away", "not_employed", "role_retired", "day_passed"]),
  }),
);

const CsvText = z
  .string()
  .max(2 * 1024 * 1024)
  .optional();

const ImportScheduleBody = z.strictObject({
  ...{ patterns: CsvText, shifts: CsvText, demand: CsvText },
  dryRun: z.boolean().default(false),
});

function given(files: Partial<Record<string, string>>): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== undefined));
}

/** Weeks of shifts: copied, published and acknowledged. */
export const schedulesApi = {
  week: managerApi
    .route({
      method: "GET",
      path: "/schedules/week",
      summary: "Show a week of the schedule",
      description:
        "People with their hours, shifts with drafts, what each role needs and has by quarter hour, and what breaks a rule.",
    })
    .input(ScheduleWeekInput)
    .output(ScheduleWeekView)
    .handler(async ({ context: { ctx }, input }) => weekView(await getScheduleWeek(ctx, input))),

  export: managerApi
    .route({
      method: "GET",
      path: "/schedules/export",
      summary: "Export a schedule",
      description:
        "Working hours, shifts or needs of a pool as CSV; imported again, they change nothing. Shifts are of four weeks from Monday where no days are named.",
    })
    .input(ExportScheduleInput)
    .output(z.strictObject({ file: z.string(), csv: z.string() }))
    .handler(async ({ context: { ctx }, input }) => ({
      file: `${input.file}.csv`,
      csv: await scheduleCsv(ctx, input),
    })),

  import: managerApi
    .meta({ access: "manager", isBatch: true, example: { demand: "pool,role,weekday,starts,ends,people" } })
    .route({
      method: "POST",
      path: "/schedules/import",
      summary: "Import a schedule",
      description:
        "Reads CSV texts of working hours, shifts (as drafts) and needs. Rows that are wrong are left out and named, the others are taken in; a dry run only reports.",
    })
    .input(ImportScheduleBody)
    .output(ScheduleImportReport)
    .handler(async ({ context: { ctx }, input: { dryRun, ...files } }) =>
      requireValue(await importSchedule(ctx, { files: given(files), dryRun })),
    ),

  copy: managerApi
    .meta({ access: "manager", example: { poolId: POOL, fromWeek: "2026-W34", toWeek: "2026-W35" } })
    .route({
      method: "POST",
      path: "/schedules/copy",
      summary: "Copy a week",
      description:
        "Drafts the shifts of one week in another; what clashes is left out, each with its reason.",
    })
    .input(CopyWeekInput)
    .output(z.strictObject({ copied: z.number().int(), shiftIds: z.array(z.uuid()), leftOut: LeftOut }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await copyWeek(ctx, input))),

  publish: managerApi
    .meta({
      access: "manager",
      example: { poolId: POOL, week: "2026-W35", version: 3, overrides: [], reason: "Agreed with everyone" },
    })
    .route({
      method: "POST",
      path: "/schedules/publish",
      summary: "Publish a week",
      description:
        "Publishes the drafts of a week and tells each person their own changes. Refused when the week has changed since its version was read, when a finding has no reason, or when a cover that breaks is neither kept nor released.",
    })
    .input(PublishScheduleInput)
    .output(PublishedView)
    .handler(async ({ context: { ctx }, input }) => {
      const { told, ...published } = requireValue(await publishSchedule(ctx, input));
      return PublishedView.parse({ ...published, told });
    }),

  publication: managerApi
    .route({
      method: "GET",
      path: "/schedules/publications/{id}",
      summary: "Show a publication",
      description: "What it changed for whom, and who has acknowledged it.",
    })
    .input(IdInput)
    .output(PublicationView)
    .handler(({ context: { ctx }, input }) => requirePublication(ctx, input.id)),

  acknowledge: assistantApi
    .meta({ access: "assistant", example: { publicationId: POOL } })
    .route({
      method: "POST",
      path: "/me/schedule/acknowledge",
      summary: "Acknowledge a publication",
      description: "Says that you have read what a publication changed for you.",
    })
    .input(PublicationIdInput)
    .output(PublicationIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await acknowledgePublication(ctx, input))),
};

/** What one says of when one can work; colleagues never read it. */
export const availabilityApi = {
  get: assistantApi
    .route({
      method: "GET",
      path: "/me/availability",
      summary: "When I can work",
      description: "What you have said: weekdays first, then days; always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(WishView))
    .handler(async ({ context: { ctx } }) => ({ items: await listOwnWishes(ctx), nextCursor: null })),

  set: assistantApi
    .meta({
      access: "assistant",
      example: { items: [{ weekday: 5, startMinute: 720, endMinute: 1440, kind: "rather_not" }] },
    })
    .route({
      method: "PUT",
      path: "/me/availability",
      summary: "Say when I can work",
      description: "Replaces all you have said. For a week that is closed it is kept and marked late.",
    })
    .input(SetAvailabilityInput)
    .output(pageView(WishView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await setAvailability(ctx, input));
      return { items: await listOwnWishes(ctx), nextCursor: null };
    }),
};
