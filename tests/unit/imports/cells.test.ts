import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choiceOf,
  dateOf,
  emailOf,
  fteOf,
  needed,
  partOr,
  phoneOf,
  textOf,
  tierOf,
  timeOf,
  yesOrNoOf,
} from "@/lib/imports/sheets/rules-cells";
import { dutiesOf, neededLanguagesOf, skillsOf, spokenLanguagesOf } from "@/lib/imports/sheets/rules-lists";
import type { CellRule } from "@/lib/imports/sheets/rules-sheet";
import { hoursOf, parseWorkingDays } from "@/lib/imports/sheets/rules-working-days";

function readBy<T>(rule: CellRule<T>, text: string): T | string {
  const answer = rule(text);
  return answer.ok ? answer.value : answer.reason;
}

describe("a cell", () => {
  it.each([
    ["08:00", 480],
    ["8:00", 480],
    ["8.30", 510],
    ["16:45:00", 1005],
    ["24:00", 1440],
    ["24:01", "not_a_time"],
    ["8", "not_a_time"],
    ["8:60", "not_a_time"],
    ["", "not_a_time"],
    ["8:00 AM", 480],
    ["12:30 am", 30],
    ["5:15:00 PM", 1035],
    ["12:00 p.m.", 720],
    ["13:00 PM", "not_a_time"],
    ["0:00 AM", "not_a_time"],
  ])("%j is the time %s", (text, expected) => expect(readBy(timeOf, text)).toBe(expected));

  it.each([
    ["1", 100],
    ["", 100],
    ["0.8", 80],
    ["0,75", 75],
    ["80%", 80],
    ["62,5 %", 63],
    ["0.8333333333", 83],
    ["0", "not_an_fte"],
    ["80", "not_an_fte"],
    ["1.2", "not_an_fte"],
    ["-1", "not_an_fte"],
    ["half", "not_an_fte"],
  ])("%j is the full-time equivalent %s", (text, expected) => expect(readBy(fteOf, text)).toBe(expected));

  it.each([
    ["JA", true],
    ["1", true],
    ["nej", false],
    ["", false],
    ["maybe", "not_a_yes_or_no"],
  ])("%j answers %s", (text, expected) => expect(readBy(yesOrNoOf, text)).toBe(expected));

  it("is an address in lower case, a tier, a date, a part", () => {
    expect(readBy(emailOf, "Anna.Ek@X.SE")).toBe("anna.ek@x.se");
    expect(readBy(emailOf, "anna@x")).toBe("not_an_email");
    for (const phone of ["", "+46 70 174 06 05", "08-465 004 01", "(020) 7946 0000"])
      expect(readBy(phoneOf, phone)).toBe(phone);
    for (const text of ["1234", "070-ring", "+46 70 174 06 05 eller 06", "++46701740605", "070- "])
      expect(readBy(phoneOf, text)).toBe("not_a_phone");
    expect(readBy(tierOf, "")).toBe(1);
    expect(readBy(tierOf, "6")).toBe("not_a_tier");
    expect(readBy(tierOf, "2.5")).toBe("not_a_tier");
    expect(readBy(dateOf, "2026-02-30")).toBe("not_a_date");
    expect(readBy(dateOf, "17/8/2026")).toBe("2026-08-17");
    expect(readBy(dateOf, "8/17/2026")).toBe("not_a_date");
    expect(readBy(partOr("pm"), "")).toBe("pm");
    expect(readBy(partOr("pm"), "FM")).toBe("am");
    expect(readBy(partOr("pm"), "noon")).toBe("not_a_choice");
    expect(readBy(textOf(3), "four")).toBe("too_long");
    expect(readBy(textOf(9), "two\nlines")).toBe("control_character");
    expect(readBy(needed(textOf(3)), "")).toBe("required");
  });

  it("names the choices, and the one that was probably meant", () => {
    expect(choiceOf(["primary", "backup"])("Primray")).toMatchObject({
      ok: false,
      details: { choices: "primary, backup", closest: "primary" },
    });
    expect(readBy(choiceOf(["primary"], { main: "primary" }), "Main")).toBe("primary");
    expect(readBy(choiceOf(["primary"]), "constructor")).toBe("not_a_choice");
  });
});

describe("working days", () => {
  const week = (text: string, starts = 480, ends = 1020) => {
    const days = parseWorkingDays(text);
    if (!days.ok) return days.reason;
    const hours = hoursOf(days.value, { startsAtMinute: starts, endsAtMinute: ends });
    return hours.ok
      ? hours.value.map((h) => `${h.weekday} ${h.startsAtMinute}-${h.endsAtMinute}`)
      : hours.reason;
  };

  it.each([
    ["Mon-Fri", "1 2 3 4 5"],
    ["mån–fre", "1 2 3 4 5"],
    ["Tis; tors ;LÖRDAG", "2 4 6"],
    ["Thu-Sat,Sun", "4 5 6 7"],
    ["Sat-Mon", "1 6 7"],
    ["Mon", "1"],
  ])("%j are the weekdays %s", (text, expected) => {
    expect(week(text)).toEqual(expected.split(" ").map((weekday) => `${weekday} 480-1020`));
  });

  it("end a morning at noon and begin an afternoon at one", () => {
    expect(week("Mon,Tue,Wed:am,Thu:pm")).toEqual(["1 480-1020", "2 480-1020", "3 480-720", "4 780-1020"]);
    expect(week("Mon-Tue:fm", 480, 690)).toEqual(["1 480-690", "2 480-690"]);
    expect(week("Mon:pm", 840, 1020)).toEqual(["1 840-1020"]);
    expect(week("Mon:am,Mon:pm")).toEqual(["1 480-1020"]);
  });

  it.each([
    ["", "required"],
    [";,", "required"],
    ["Mon-Fri,Wed", "day_twice"],
    ["Mon:am,Mon:am", "day_twice"],
    ["Moonday", "not_working_days"],
    ["Mon-Wed-Fri", "not_working_days"],
    ["Mon:noon", "not_working_days"],
    ["Mon:am:pm", "not_working_days"],
    ["-", "not_working_days"],
  ])("%j are refused as %s", (text, reason) => expect(week(text)).toBe(reason));

  it("refuse a half that the hours don't touch", () => {
    expect(week("Mon:am", 720, 1020)).toBe("half_not_worked");
    expect(week("Mon:pm", 480, 780)).toBe("half_not_worked");
  });
});

describe("a list", () => {
  it("holds skills, duties and languages", () => {
    expect(readBy(skillsOf, "calendar:4; Sales Support:3;")).toEqual([
      { duty: "calendar", proficiency: 4 },
      { duty: "sales_support", proficiency: 3 },
    ]);
    expect(readBy(dutiesOf, "calendar:60:3|travel:20:2:Defer")).toEqual([
      { duty: "calendar", minutesPerDay: 60, minProficiency: 3, coverLevel: "full" },
      { duty: "travel", minutesPerDay: 20, minProficiency: 2, coverLevel: "defer" },
    ]);
    expect(readBy(spokenLanguagesOf, "SV:c2, en:C1")).toEqual([
      { language: "sv", level: "C2" },
      { language: "en", level: "C1" },
    ]);
    expect(readBy(neededLanguagesOf, "sv;en:B2")).toEqual([
      { language: "sv", level: null },
      { language: "en", level: "B2" },
    ]);
    expect(readBy(skillsOf, "")).toEqual([]);
  });

  it.each([
    [skillsOf, "calendar", "not_a_skill"],
    [skillsOf, "calendar:6", "not_a_skill"],
    [skillsOf, "calendar:4:1", "not_a_skill"],
    [skillsOf, "9lives:4", "not_a_duty_key"],
    [skillsOf, `${"a".repeat(41)}:4`, "not_a_duty_key"],
    [dutiesOf, "calendar:60", "not_a_duty"],
    [dutiesOf, "calendar:1441:3", "not_a_duty"],
    [dutiesOf, "calendar:-5:3", "not_a_duty"],
    [dutiesOf, "calendar:60:3:later", "not_a_duty"],
    [dutiesOf, "calendar:60:3:full:x", "not_a_duty"],
    [spokenLanguagesOf, "sv", "not_a_language"],
    [spokenLanguagesOf, "sv:C3", "not_a_language"],
    [neededLanguagesOf, "swedish", "not_a_language"],
    [neededLanguagesOf, "sv;sv:B1", "item_twice"],
  ] as [CellRule<unknown>, string, string][])("read by %o refuses %j as %s", (rule, text, reason) => {
    expect(readBy(rule, text)).toBe(reason);
  });
});

it("no rule for a cell throws, whatever stands there", () => {
  const rules: CellRule<unknown>[] = [
    ...[emailOf, timeOf, fteOf, tierOf, yesOrNoOf, dateOf, parseWorkingDays, skillsOf, dutiesOf],
    ...[spokenLanguagesOf, neededLanguagesOf, choiceOf(["a"]), textOf(5), partOr("am")],
  ];
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."Mon:-,;1.5amåC2") }),
  );
  fc.assert(
    fc.property(text, (cell) => {
      for (const rule of rules) expect(typeof rule(cell).ok).toBe("boolean");
    }),
  );
});
