import { describe, expect, it } from "vitest";
import { sicknessTaps } from "@/lib/coverage/leave-cover/rules-sickness";
import { type Day, day, weekdayOf } from "@/lib/time/day";

const isWeekday = (on: Day) => weekdayOf(on) <= 5;
const MONDAY = day("2026-08-17");
const FRIDAY = day("2026-08-21");

function taps(to: string, part: "am" | "pm" = "am", on = MONDAY, from = on) {
  const range = { from, fromPart: "am", to: day(to), toPart: "pm" } as const;
  return sicknessTaps(range, { on, part }, isWeekday).map((tap) =>
    tap.kind === "back" ? tap.at : `until ${tap.to}${tap.isTomorrow ? " tomorrow" : ""}`,
  );
}

describe("what one tap can do", () => {
  it("on a day ill, in the morning and in the afternoon", () => {
    expect(taps("2026-08-17")).toEqual(["this_afternoon", "until 2026-08-18 tomorrow", "not_ill"]);
    expect(taps("2026-08-17", "pm")).toEqual(["until 2026-08-18 tomorrow", "not_ill"]);
  });

  it("in a longer absence", () => {
    expect(taps("2026-08-19", "pm")).toEqual(["tomorrow", "until 2026-08-20", "not_ill"]);
    const started = day("2026-08-14");
    expect(taps("2026-08-19", "pm", MONDAY, started)).toEqual(["tomorrow", "until 2026-08-20"]);
  });

  it("passes over the weekend", () => {
    expect(taps("2026-08-21", "pm", FRIDAY)).toEqual(["until 2026-08-24", "not_ill"]);
  });
});
