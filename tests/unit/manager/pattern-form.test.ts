import { describe, expect, it } from "vitest";
import { weekValues } from "@/app/_shared/forms/week-values";
import { PatternForm } from "@/app/manager/assistants/form-input";
import { objectOf } from "@/lib/server/form-data";

const ID = "019ab3a0-0000-7000-8000-000000000001";
const WHOLE = { startsAtMinute: 480, endsAtMinute: 1020 };

function sent(weeks: Parameters<typeof weekValues>[1][]) {
  const form = new FormData();
  const values = weeks.map((week, i) => weekValues(`weeks.${i}`, week));
  for (const [name, value] of Object.entries(Object.assign({ id: ID, from: "2026-09-07" }, ...values)))
    form.append(name, String(value));
  return PatternForm.safeParse(objectOf(form));
}

describe("the form of working hours", () => {
  it("sends each week with the days that are ticked, and where they are worked", () => {
    const answer = sent([
      [
        { weekday: 1, ...WHOLE },
        { weekday: 5, ...WHOLE, place: "remote" },
      ],
      [{ weekday: 3, startsAtMinute: 480, endsAtMinute: 720 }],
    ]);
    expect(answer.data).toEqual({
      id: ID,
      from: "2026-09-07",
      weeks: [
        [
          { weekday: 1, ...WHOLE, place: "site" },
          { weekday: 5, ...WHOLE, place: "remote" },
        ],
        [{ weekday: 3, startsAtMinute: 480, endsAtMinute: 720, place: "site" }],
      ],
    });
  });

  it("of nobody who works on no day is a week of none", () => {
    expect(sent([[]]).data?.weeks).toEqual([[]]);
  });
});
