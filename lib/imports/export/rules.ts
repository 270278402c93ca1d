import { isApprovedAbsence } from "@/lib/absences/requests/rules";
import type { Locale } from "@/lib/i18n/locales";
import { nameIn } from "@/lib/i18n/locales";
import type {
  AssistantRecord,
  ExecutiveRecord,
  KnownAbsence,
  KnownLeaveType,
  KnownOffice,
  KnownPerson,
  KnownSupport,
} from "@/lib/imports/plan/rules-office";
import { COLUMNS, IMPORT_FILES, type ImportFile } from "@/lib/imports/schema";
import type { DayPart } from "@/lib/time/half-day";
import { weekCells } from "./rules-week";
import type { ExportRow, ExportSheet } from "./schema";

const WORDS = {
  en: { am: "am", pm: "pm", yes: "yes", no: "no", requested: "requested", approved: "approved" },
  sv: { am: "fm", pm: "em", yes: "ja", no: "nej", requested: "ansökt", approved: "godkänd" },
} as const satisfies Record<Locale, object>;

/** What an import reads, as files of an office: people of its pools whose account is open, their support, and their leave. */
export function importableSheets(office: KnownOffice, locale: Locale): ExportSheet[] {
  const people = [...office.people.values()];
  const rows: Record<ImportFile, ExportRow[]> = {
    assistants: people.flatMap((one) =>
      one.assistant?.isManaged && !one.isDisabled ? [assistantRow(one, one.assistant.record, locale)] : [],
    ),
    executives: people.flatMap((one) =>
      one.executive?.isManaged && !one.isDisabled ? [executiveRow(one, one.executive.record, locale)] : [],
    ),
    support: office.support.filter((one) => isWithin(office, one)).map(supportRow),
    absences: office.absences
      .filter(({ startMinute }) => startMinute === null)
      .map((one) => absenceRow(one, office.leaveTypes, locale)),
  };
  return IMPORT_FILES.map((table) => {
    const { required, optional } = COLUMNS[table];
    return { table, columns: [...required, ...optional], rows: rows[table] };
  });
}

/** Support between two people of the pools that are exported. */
function isWithin({ people }: KnownOffice, { executiveEmail, assistantEmail }: KnownSupport): boolean {
  return (
    people.get(executiveEmail)?.executive?.isManaged === true &&
    people.get(assistantEmail)?.assistant?.isManaged === true
  );
}

function assistantRow({ name, email }: KnownPerson, record: AssistantRecord, locale: Locale): ExportRow {
  const { pool, site, phone, seniority, ftePercent, hiredOn, leavesOn, hours, skills, languages } = record;
  return {
    ...{ name, email, pool, site, phone, seniority },
    ...weekCells(hours, locale),
    fte: `${ftePercent}%`,
    skills: listed(skills.map(({ dutyId, proficiency }) => [dutyId, proficiency])),
    languages: listed(languages.map(({ language, level }) => [language, level])),
    hired: hiredOn ?? "",
    leaves: leavesOn ?? "",
  };
}

function executiveRow({ name, email }: KnownPerson, record: ExecutiveRecord, locale: Locale): ExportRow {
  const { pool, title, department, tier, site, phone, onsite, leavesOn, duties, languages } = record;
  return {
    ...{ name, email, pool, title, department, site, phone },
    tier: String(tier),
    onsite: WORDS[locale][onsite ? "yes" : "no"],
    duties: listed(
      duties.map(({ dutyId, minutesPerDay, minProficiency, coverLevel }) => [
        dutyId,
        minutesPerDay,
        minProficiency,
        coverLevel,
      ]),
    ),
    languages: listed(languages.map(({ language, level }) => [language, ...(level ? [level] : [])])),
    leaves: leavesOn ?? "",
  };
}

function listed(items: readonly (readonly (string | number)[])[]): string {
  return items.map((fields) => fields.join(":")).join(";");
}

function supportRow({ executiveEmail, assistantEmail, role, from, to, dutyIds }: KnownSupport): ExportRow {
  return {
    executive_email: executiveEmail,
    assistant_email: assistantEmail,
    role,
    from,
    to: to ?? "",
    duties: dutyIds.join(";"),
  };
}

function absenceRow(absence: KnownAbsence, types: readonly KnownLeaveType[], locale: Locale): ExportRow {
  const { assistantEmail, type, from, fromPart, to, toPart, status } = absence;
  const part = (one: DayPart) => WORDS[locale][one];
  return {
    assistant_email: assistantEmail,
    type: leaveTypeWord(type, types, locale),
    from,
    from_part: part(fromPart),
    to,
    to_part: part(toPart),
    status: WORDS[locale][isApprovedAbsence(status) ? "approved" : "requested"],
  };
}

/** The name of a type in a language, where it stands for no other one; else its key. */
export function leaveTypeWord(id: string, types: readonly KnownLeaveType[], locale: Locale): string {
  const type = types.find((one) => one.id === id);
  if (!type) return id;
  const word = nameIn(locale, type).toLowerCase();
  const isOwn = types.every(
    (one) => one.id === id || ![one.id, one.nameEn, one.nameSv].some((name) => name.toLowerCase() === word),
  );
  return isOwn && word.length <= 80 ? word : id;
}
