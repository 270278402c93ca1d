import { describe, expect, it } from "vitest";
import { apiError } from "@/lib/api/api-error";
import { requireValue } from "@/lib/api/refusals";
import { wordsOf } from "@/lib/api/words";
import { LOCALES } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { refusalValues } from "@/lib/i18n/refusals";
import { REFUSAL_STATUS, type RefusalReason } from "@/lib/refusals";
import { refuse } from "@/lib/result";
import { readSources } from "@/tests/support/architecture/source";

const REASONS = Object.keys(REFUSAL_STATUS).sort() as RefusalReason[];

describe("the catalogue of refusals", () => {
  it.each(LOCALES)("has the words of every reason and of none besides, in %s", (locale) => {
    expect(Object.keys(messages[locale].refusals).sort()).toEqual(REASONS);
  });

  it("has no reason that nothing refuses with", () => {
    const files = [...readSources(".")].filter(
      ([path]) => /^(lib|app)\//.test(path) && path !== "lib/refusals.ts",
    );
    const code = files.map(([, source]) => source).join("\n");
    expect(REASONS.filter((reason) => !code.includes(`"${reason}"`))).toEqual([]);
  });

  it("stands alone: no area has words for refusals of its own", () => {
    const areas = Object.entries(messages.en).filter(([area]) => area !== "refusals");
    expect(areas.filter(([, words]) => "refusals" in words).map(([area]) => area)).toEqual([]);
  });
});

const DETAILS: Partial<Record<RefusalReason, Record<string, unknown>>> = {
  already_covered: { by: "Eva Hall", cover: "Megan Rhys", recent: "yes" },
  changed_since_read: { by: "Eva Hall" },
  not_possible_now: { by: "Eva Hall", status: "declined" },
  applications_open: { count: 2 },
  after_leaving: { on: "2026-08-31" },
  allowance_exhausted: { asked: 3, left: 1, measure: "days", year: 2026 },
  assistant_leaves_before: { leavesOn: "2026-08-31" },
  last_manager: { name: "Stockholm" },
  before_hired: { on: "2026-08-31" },
  blackout: { from: "2026-12-21", to: "2026-12-31", name: "Closing of the year" },
  day_too_long: { weekday: 1 },
  duty_twice: { duty: "calendar" },
  file_empty: { name: "Ticket.pdf" },
  file_kind: { name: "Ticket.pdf" },
  file_too_large: { name: "Ticket.pdf" },
  files_too_many: { count: 10 },
  gaps_not_accepted: { count: 2 },
  group_away: { group: "Reception" },
  hire_opens_gaps: { count: 2 },
  hours_end_before_start: { weekday: 1 },
  language_twice: { language: "fi" },
  letter_field_missing: { field: "Reference", count: 1 },
  letter_field_unknown: { field: "Recipent", nearest: "Recipient" },
  named_twice: { assistant: "Ana", from: "2026-08-17", to: null },
  overlaps_absence: { from: "2026-08-17", fromPart: "pm", to: "2026-08-18", toPart: "am" },
  reply_field_unknown: { field: "executiv" },
  primary_overlaps: { assistant: "Ana", from: "2026-08-17", to: "2026-12-31" },
  participants_away: { names: "Ana, Ben" },
  words_too_many: { most: 300 },
  seats_are_taken: { held: 3 },
  shift_taken: { name: "Mia Holm" },
  sign_up_closed: { on: "2026-08-31" },
  too_late_to_cancel: { on: "2026-08-31" },
  too_short_notice: { days: 7, on: "2026-08-24" },
  training_on_blackout: { from: "2026-12-21", to: "2026-12-31", name: "Closing of the year" },
  room_too_short: { minutes: 180 },
  split_outdated: { name: "Ana" },
  unknown_duty: { duty: "calendar" },
  weekday_twice: { weekday: 1 },
  changes_needed: { count: 5 },
  day_has_been: { on: "2026-08-31" },
  placement_reason_missing: { name: "Ana" },
  weights_not_whole: { sum: 95 },
  yearly_limit_reached: { limit: 10, measure: "days", year: 2026 },
};

describe("the words of a refusal", () => {
  it.each(REASONS.flatMap((reason) => LOCALES.map((locale) => ({ reason, locale }))))(
    "are said by the API for $reason in $locale",
    ({ reason, locale }) => {
      const error = errorOf(reason);
      expect(error.status).toBe(REFUSAL_STATUS[reason]);
      const words = wordsOf(error, locale);
      expect(words).not.toMatch(/[{}]/);
      if (reason !== "unknown") expect(words).not.toBe(messages[locale].refusals.unknown);
    },
  );

  it("name what they are about", () => {
    expect(wordsOf(errorOf("overlaps_absence"), "en")).toBe(
      "There is an absence from 17 Aug 2026, afternoon to 18 Aug 2026, morning already. Choose other days.",
    );
    expect(wordsOf(errorOf("named_twice"), "sv")).toContain("från 17 aug. 2026 tills vidare");
    expect(wordsOf(errorOf("primary_overlaps"), "en")).toContain("17 Aug 2026 – 31 Dec 2026");
    expect(wordsOf(errorOf("hours_end_before_start"), "sv")).toContain("måndag");
    expect(wordsOf(errorOf("language_twice"), "en")).toContain("Finnish");
    expect(wordsOf(errorOf("already_covered"), "en")).toBe("Eva Hall has just given this to Megan Rhys.");
    expect(wordsOf(errorOf("changed_since_read"), "sv")).toContain("Eva Hall ändrade det här");
    expect(wordsOf(errorOf("changed_since_read", { own: "yes" }), "en")).toMatch(/^You have changed this/);
    expect(wordsOf(errorOf("not_possible_now"), "en")).toContain("it is declined; Eva Hall was here first.");
    expect(wordsOf(errorOf("gaps_not_accepted"), "en")).toContain("2 half-days stay without cover");
  });

  it("name a duty as the reader knows it, where its names are at hand", () => {
    expect(refusalValues({ duty: "calendar" }, "sv", { calendar: "Kalender" }).duty).toBe("Kalender");
  });

  it("are there for a busy database", () => {
    expect(wordsOf(apiError("busy"), "en")).toBe(messages.en.refusals.busy);
    expect(apiError("busy").status).toBe(503);
  });
});

function errorOf(reason: RefusalReason, details = DETAILS[reason]) {
  try {
    return requireValue(refuse(reason, { details })) as never;
  } catch (error) {
    return error as ReturnType<typeof apiError>;
  }
}
