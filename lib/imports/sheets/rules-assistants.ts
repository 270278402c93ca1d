import { type CefrLevel, SENIORITIES, type Seniority } from "@/lib/assistants/schema";
import type { ImportFault } from "@/lib/imports/schema";
import type { Day } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { choiceOf, emailOf, fteOf, needed, optionalDateOf, phoneOf, textOf, timeOf } from "./rules-cells";
import { type SkillCell, skillsOf, spokenLanguagesOf } from "./rules-lists";
import { firstLines, type RowReader, readRows, type Sheet } from "./rules-sheet";
import { hoursOf, parseWorkingDays } from "./rules-working-days";

/** An assistant as a line of assistants.csv says it; undefined is what the file has no column for. */
export type AssistantRow = {
  line: number;
  name: string;
  email: string;
  pool: string;
  site?: string | undefined;
  phone?: string | undefined;
  seniority?: Seniority | undefined;
  ftePercent?: number | undefined;
  hours: WeekdayHours[];
  skills?: SkillCell[] | undefined;
  languages?: { language: string; level: CefrLevel }[] | undefined;
  hiredOn?: Day | null | undefined;
  leavesOn?: Day | null | undefined;
};

const SYNONYMS: Readonly<Record<string, Seniority>> = {
  "": "assistant",
  mid: "assistant",
  middle: "assistant",
  standard: "assistant",
  regular: "assistant",
  intermediate: "assistant",
  assistent: "assistant",
  head: "lead",
  principal: "lead",
};

/** The assistants of a file; an address that stands there twice is a fault at the second line. */
export function parseAssistants(sheet: Sheet): { records: AssistantRow[]; faults: ImportFault[] } {
  const lines = firstLines();
  return readRows(sheet, (row) => {
    const name = row.read("name", needed(textOf(120)));
    const email = row.read("email", needed(emailOf));
    const pool = row.read("pool", needed(textOf(80)));
    const site = row.read("site", textOf(80));
    const phone = row.read("phone", phoneOf);
    const seniority = row.read("seniority", choiceOf(SENIORITIES, SYNONYMS));
    const ftePercent = row.read("fte", fteOf);
    const hours = readHours(row);
    const skills = row.read("skills", skillsOf);
    const languages = row.read("languages", spokenLanguagesOf);
    const hiredOn = row.read("hired", optionalDateOf);
    const leavesOn = row.read("leaves", optionalDateOf);
    if (email) lines.refuseRepeat(row, "email", "email_twice", email);
    if (!name || !email || !pool || !hours) return undefined;
    const place = { line: row.line, name, email, pool, site, phone };
    return { ...place, seniority, ftePercent, hours, skills, languages, hiredOn, leavesOn };
  });
}

function readHours(row: RowReader): WeekdayHours[] | undefined {
  const days = row.read("working_days", needed(parseWorkingDays));
  const startsAtMinute = row.read("starts", needed(timeOf));
  const endsAtMinute = row.read("ends", needed(timeOf));
  if (startsAtMinute === undefined || endsAtMinute === undefined) return undefined;
  if (endsAtMinute <= startsAtMinute) {
    row.fault("ends", "ends_before_starts");
    return undefined;
  }
  const hours = days && hoursOf(days, { startsAtMinute, endsAtMinute });
  if (hours && !hours.ok) row.fault("working_days", hours.reason, hours.details as ImportFault["values"]);
  return hours?.ok ? hours.value : undefined;
}
