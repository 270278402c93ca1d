import { describe, expect, it } from "vitest";
import { isFiledOn, nextFiledOn, type RequestRecurrence } from "@/lib/requests/recurring/rules";
import { filledReply, refusalOfReply } from "@/lib/requests/replies/rules";
import { addDays, day, weekdayOf } from "@/lib/time/day";

const rule = (parts: Partial<RequestRecurrence>): RequestRecurrence => ({
  ...{ weekdays: [], monthDay: null, onDayOff: "skip" },
  ...parts,
});
/** Weekends, and Christmas as it falls in 2026: from Thursday to Sunday. */
const isOff = (on: string) =>
  weekdayOf(day(on)) > 5 || ["2026-12-24", "2026-12-25", "2027-01-01"].includes(on);
const filedIn = (recurrence: RequestRecurrence, from: string, days: number) =>
  Array.from({ length: days }, (_, i) => addDays(day(from), i)).filter((on) =>
    isFiledOn(recurrence, on, isOff),
  );

describe("a request that recurs", () => {
  it("is filed on its weekdays, and left out on days off", () => {
    expect(filedIn(rule({ weekdays: [1, 5] }), "2026-12-14", 14)).toEqual([
      ...["2026-12-14", "2026-12-18", "2026-12-21"],
    ]);
  });

  it("is filed the working day before where that is chosen, and once for several days off", () => {
    const before = rule({ weekdays: [4, 5, 6], onDayOff: "before" });
    expect(filedIn(before, "2026-12-21", 7)).toEqual(["2026-12-23"]);
  });

  it("is filed on a day of the month, on its last where the month is shorter, and before a weekend", () => {
    const monthly = rule({ monthDay: 31, onDayOff: "before" });
    expect(filedIn(monthly, "2027-01-01", 90)).toEqual(["2027-01-29", "2027-02-26", "2027-03-31"]);
    expect(filedIn(rule({ monthDay: 31 }), "2027-01-01", 90)).toEqual(["2027-03-31"]);
  });

  it("says when it is filed next, within its days, and that it is not any more", () => {
    const weekly = { ...rule({ weekdays: [3] }), from: day("2026-12-09"), to: day("2026-12-20") };
    expect(nextFiledOn(weekly, day("2026-12-01"), isOff)).toBe("2026-12-09");
    expect(nextFiledOn(weekly, day("2026-12-17"), isOff)).toBeNull();
    const never = { ...rule({ weekdays: [7] }), from: day("2026-12-09"), to: null };
    expect(nextFiledOn(never, day("2026-12-09"), isOff)).toBeNull();
  });
});

describe("a saved reply", () => {
  const values = { executive: "Helena", assistant: "Maria Lindgren", request: "Train to Lund" };

  it("is filled in, with fields in either language", () => {
    expect(filledReply("Hi {{ executive }}, {{ärende}} is done. {{Assistent}}", values)).toBe(
      "Hi Helena, Train to Lund is done. Maria Lindgren",
    );
  });

  it("is refused with a field there isn't", () => {
    expect(refusalOfReply("Hi {{executiv}}")).toMatchObject({ path: "text", details: { field: "executiv" } });
    expect(refusalOfReply("Hi {{executive}} { }")).toBeNull();
  });
});
