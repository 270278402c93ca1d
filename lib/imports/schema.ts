import { z } from "zod";
import { CreatePoolInput } from "@/lib/pools/schema";
import { DayInput } from "@/lib/time/inputs";

/** The files of an office, in the order they build on each other. */
export const IMPORT_FILES = ["assistants", "executives", "support", "absences"] as const;
export type ImportFile = (typeof IMPORT_FILES)[number];

/** The files of a schedule: each is written as it is read, so that what was exported changes nothing. */
export const SCHEDULE_FILES = ["patterns", "shifts", "demand"] as const;
export type ScheduleFile = (typeof SCHEDULE_FILES)[number];

export const CSV_FILES = [...IMPORT_FILES, ...SCHEDULE_FILES] as const;
export type CsvFile = (typeof CSV_FILES)[number];

type Columns = { required: readonly string[]; optional: readonly string[] };

/** The columns of each file. Without an optional column, what the office already knows stays. */
export const COLUMNS: Record<CsvFile, Columns> = {
  assistants: {
    required: ["name", "email", "pool", "working_days", "starts", "ends"],
    optional: ["site", "phone", "seniority", "fte", "skills", "languages", "hired", "leaves"],
  },
  executives: {
    required: ["name", "email", "pool"],
    optional: ["title", "department", "tier", "site", "phone", "onsite", "duties", "languages", "leaves"],
  },
  support: {
    required: ["executive_email", "assistant_email", "role", "from", "to"],
    optional: ["duties"],
  },
  absences: {
    required: ["assistant_email", "type", "from", "to", "status"],
    optional: ["from_part", "to_part"],
  },
  patterns: {
    required: ["assistant_email", "from", "weekday", "starts", "ends"],
    optional: ["weeks", "week", "place"],
  },
  shifts: {
    required: ["pool", "date", "starts", "ends", "roles"],
    optional: ["assistant_email", "break_starts", "break_minutes"],
  },
  demand: {
    required: ["pool", "role", "weekday", "starts", "ends", "people"],
    optional: ["date", "from", "to"],
  },
};

export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
export const MOST_COLUMNS = 100;
export const MOST_ROWS = 150_000;
/** With so many faults in a file the rest of it is not looked at. */
export const MOST_FAULTS = 5_000;
export const MOST_FAULTS_SHOWN = 500;
export const MOST_CHANGES_SHOWN = 200;

export const IMPORTED_ABSENCE_STATUSES = ["requested", "approved", "cancelled"] as const;
export type ImportedAbsenceStatus = (typeof IMPORTED_ABSENCE_STATUSES)[number];

/** The rules of leave that a line or an event can break, as they hold for every door. */
export const LEAVE_FAULTS = [
  "before_hired",
  "after_leaving",
  "whole_days_only",
  "half_days_only",
  "leave_type_retired",
  "absence_too_long",
  "blackout",
  "allowance_exhausted",
  "yearly_limit_reached",
  "group_away",
  "own_absence",
  "not_the_decider",
  "second_decision_due",
  "gaps_not_accepted",
  "added_days_undecided",
] as const;
export type LeaveFaultCode = (typeof LEAVE_FAULTS)[number];

/** What can be wrong with a file; the words and the remedy of each are in the messages area "imports". */
export const FAULT_CODES = [
  "too_large",
  "too_many_columns",
  "too_many_rows",
  "empty_file",
  "workbook",
  "not_text",
  "not_rows",
  "not_utf8",
  "unclosed_quote",
  "misplaced_quote",
  "missing_column",
  "unknown_column",
  "duplicate_column",
  "too_many_fields",
  "too_few_fields",
  "required",
  "too_long",
  "control_character",
  "not_an_email",
  "not_a_phone",
  "not_a_choice",
  "not_working_days",
  "day_twice",
  "not_a_time",
  "ends_before_starts",
  "half_not_worked",
  "not_an_fte",
  "not_a_tier",
  "not_a_yes_or_no",
  "not_a_date",
  "to_before_from",
  "leaves_before_hired",
  "not_a_skill",
  "not_a_language",
  "not_a_duty",
  "not_a_duty_key",
  "unknown_duty",
  "item_twice",
  "email_twice",
  "name_differs",
  "row_twice",
  "account_disabled",
  "person_elsewhere",
  "pool_elsewhere",
  "pool_close_to",
  "email_changed",
  "unknown_executive",
  "unknown_assistant",
  "assistant_leaves_before",
  "not_available_for_executive",
  "primary_overlaps_line",
  "primary_overlaps_existing",
  "named_twice_line",
  "named_twice_existing",
  "absence_overlaps_line",
  "absence_overlaps_existing",
  ...LEAVE_FAULTS,
  "not_a_whole_number",
  "not_a_weekday",
  "not_a_week_of",
  "weekday_or_date",
  "unknown_role",
  "role_retired",
  "roles_not_the_shift",
  "hours_missing",
  "day_too_long",
  "day_passed",
  "shift_overlaps",
  "shift_away",
  "shift_not_employed",
  "break_outside_shift",
] as const;
export type ImportFaultCode = (typeof FAULT_CODES)[number];

/** What a reader should look at, and which holds nothing up. */
export const WARNING_CODES = [
  "duty_close_to",
  "already_approved",
  "starts_approved",
  "name_kept",
  "enters_as_requested",
  "no_working_time",
  "date_read",
  "site_close_to",
  "people_missing",
] as const;

const place = {
  file: z.enum(CSV_FILES),
  /** Line of the file as an editor counts; null for the file as a whole. */
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string(),
};
const Values = z.record(z.string(), z.union([z.string(), z.number()]));

export const ImportFault = z.strictObject({ ...place, code: z.enum(FAULT_CODES), values: Values });
export type ImportFault = z.infer<typeof ImportFault>;

export const ImportWarning = z.strictObject({ ...place, code: z.enum(WARNING_CODES), values: Values });
export type ImportWarning = z.infer<typeof ImportWarning>;

export const FileCounts = z.strictObject({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
});
export type FileCounts = z.infer<typeof FileCounts>;

/** One record an import makes or changes: the line that says so, who it is about, and the columns that differ. */
export const ImportChange = z.strictObject({
  file: z.enum(IMPORT_FILES),
  line: z.number().int(),
  kind: z.enum(["create", "update"]),
  name: z.string(),
  columns: z.array(z.string()),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** What an import did, or would do. The lists are cut at their first entries; the counts are whole. */
export const ImportReport = z.strictObject({
  applied: z.boolean(),
  files: z.partialRecord(z.enum(IMPORT_FILES), FileCounts),
  newPools: z.array(z.string()),
  newDuties: z.array(z.string()),
  changeCount: z.number().int(),
  changes: z.array(ImportChange),
  faultCount: z.number().int(),
  faults: z.array(ImportFault),
  warningCount: z.number().int(),
  warnings: z.array(ImportWarning),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What an import of a schedule did, or would do: rows that are wrong are left out and named, the others go on. */
export const ScheduleImportReport = z.strictObject({
  applied: z.boolean(),
  files: z.partialRecord(z.enum(SCHEDULE_FILES), FileCounts.extend({ wrong: z.number().int() })),
  changeCount: z.number().int(),
  faultCount: z.number().int(),
  faults: z.array(ImportFault),
});
export type ScheduleImportReport = z.infer<typeof ScheduleImportReport>;

/** The files of a schedule, any of them, as text or bytes. */
export type ImportScheduleInput = {
  files: Partial<Record<ScheduleFile, Uint8Array | string>>;
  dryRun: boolean;
};

/** Which file of a pool's schedule to write; shifts of some days. */
export const ExportScheduleInput = z
  .strictObject({
    file: z.enum(SCHEDULE_FILES),
    poolId: z.uuid(),
    from: DayInput.optional(),
    to: DayInput.optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "ends_before_start" });
export type ExportScheduleInput = z.infer<typeof ExportScheduleInput>;

/** The time zone and holiday region of the pools an import creates. */
export const PoolDefaults = CreatePoolInput.pick({ timeZone: true, holidayRegion: true });
export type PoolDefaults = z.infer<typeof PoolDefaults>;

/** The files of an office, any of them, as they were read from disk or sent. */
export type OfficeFiles = Partial<Record<ImportFile, Uint8Array | string>>;

/** What the verb takes; its files are checked by their own rules, fault by fault. */
export type ImportOfficeInput = {
  files: OfficeFiles;
  dryRun: boolean;
  poolDefaults: PoolDefaults;
  /** Leave that needs a decision comes in as requested instead of being refused. */
  asRequested?: boolean;
};
