import { createTranslator } from "use-intl/core";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import { type Messages, messages } from "@/lib/i18n/messages";
import type { ApiError, ApiFault } from "./api-error";

type Values = Record<string, string | number>;

/** The area of the messages that has the words for refusals under each first part of a path. */
const AREAS: Record<string, keyof Messages> = {
  pools: "people",
  assistants: "people",
  executives: "people",
  "support-assignments": "people",
  absences: "absences",
  wallchart: "absences",
  leave: "absences",
  "leave-types": "absences",
  coverage: "board",
  "support-requests": "requests",
  "executive-profiles": "handovers",
  "profile-sections": "handovers",
  "recurring-duties": "handovers",
  "dates-to-know": "handovers",
  "access-templates": "handovers",
  handovers: "handovers",
  "handover-items": "handovers",
  "handover-questions": "handovers",
  "handover-access": "handovers",
  imports: "imports",
  "calendar-feeds": "calendars",
  "calendar-imports": "calendars",
};

/** The words for an error at a path, in the language asked for: of the calls themselves, else of the area that refuses. */
export function wordsOf(error: ApiError, locale: Locale, path: string): string {
  const values = plainValues(error.more.details);
  const { error: own } = messages[locale].api;
  const area = AREAS[path.split("/")[1] ?? ""];
  for (const words of [own, area ? refusalsOf(messages[locale][area]) : {}]) {
    const said = say(locale, words, error.code, values);
    if (said !== null) return said;
  }
  return say(locale, own, "refused", { code: error.code }) ?? error.code;
}

/** The words for one fault of the input. */
export function wordsOfFault(fault: ApiFault, locale: Locale): string {
  const { fault: own } = messages[locale].api;
  const { field } = messages[locale].errors;
  const values = fault.values ?? {};
  const ofFiles: Record<string, object> = messages[locale].imports.fault;
  const inFile = ofFiles[fault.code];
  if (inFile && fault.path.includes(".csv"))
    return ["what", "remedy"].flatMap((key) => say(locale, inFile, key, values) ?? []).join(" ");
  return say(locale, own, fault.code, values) ?? say(locale, field, fault.code, values) ?? own.invalid;
}

/** The words for something in a file that holds nothing up. */
export function wordsOfWarning({ code, values }: Omit<ApiFault, "path">, locale: Locale): string {
  return say(locale, messages[locale].imports.warning, code, values ?? {}) ?? code;
}

/** The words for one fault of a calendar file: what is wrong with which event, and the remedy. */
export function wordsOfEventFault(
  { code, values }: { code: string; values: Values },
  locale: Locale,
): string {
  const faults: Record<string, object> = messages[locale].calendars.import.fault;
  const words = faults[code] ?? {};
  return ["what", "remedy"].flatMap((key) => say(locale, words, key, values) ?? []).join(" ");
}

function refusalsOf(area: object): object {
  return "refusals" in area && typeof area.refusals === "object" && area.refusals !== null
    ? area.refusals
    : {};
}

function say(locale: Locale, messages: object, key: string, values: Values): string | null {
  if (!Object.hasOwn(messages, key)) return null;
  let failed = false;
  const translate = createTranslator({
    locale: localeTag(locale),
    messages: messages as Record<string, string>,
    onError: () => {
      failed = true;
    },
  });
  const words = translate(key, values);
  return failed ? null : words;
}

function plainValues(details: Record<string, unknown> = {}): Values {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === "number" ? value : String(value)]),
  );
}
