import { describe, expect, it } from "vitest";
import { stretchesOf, supportDays } from "@/app/executive/_components/day-stretches";
import type { SupportDay, SupportPart } from "@/lib/coverage/serving/queries-support";
import { addDays, day } from "@/lib/time/day";

const MONDAY = day("2026-08-17");

type Half = Partial<Omit<SupportPart, "part">>;

function dayWith(on: number, am: Half, pm: Half = am): SupportDay {
  const half = (part: "am" | "pm", parts: Half): SupportPart => ({
    part,
    status: "own",
    assistantName: "Ana Alm",
    ownName: null,
    pieces: [],
    ...parts,
  });
  return { on: addDays(MONDAY, on), holiday: null, parts: [half("am", am), half("pm", pm)] };
}

const BEN: Half = { status: "cover", assistantName: "Ben Berg" };
const NOT_NEEDED: Half = { status: "not_needed", assistantName: null };

describe("the bars of the coming days", () => {
  it("run on while the same person is there, from half-day to half-day", () => {
    const bars = stretchesOf([dayWith(0, {}), dayWith(1, {}, BEN), dayWith(2, BEN)]);
    expect(bars.map(({ start, span, name }) => [start, span, name])).toEqual([
      [1, 3, "Ana Alm"],
      [4, 3, "Ben Berg"],
    ]);
    expect(bars[1]).toMatchObject({
      from: { on: addDays(MONDAY, 1), part: "pm" },
      to: { on: addDays(MONDAY, 2), part: "pm" },
    });
  });

  it("begin anew where the same person covers and where hours differ", () => {
    const some = { window: { startMinute: 600, endMinute: 720 }, dutyIds: [], assistantName: "Ben Berg" };
    const bars = stretchesOf([
      dayWith(0, BEN, { ...BEN, pieces: [some] }),
      dayWith(1, { assistantName: "Ben Berg" }),
    ]);
    expect(bars.map(({ span, status }) => [span, status])).toEqual([
      [1, "cover"],
      [1, "cover"],
      [2, "own"],
    ]);
  });

  it("name a holiday, whoever would be there", () => {
    expect(stretchesOf([{ ...dayWith(0, {}), holiday: "Midsummer Eve" }])).toMatchObject([
      { span: 2, status: "holiday", name: "Midsummer Eve" },
    ]);
  });

  it("leave out weekends but for one on which support is needed", () => {
    const days = [4, 5, 6, 7].map((on) => dayWith(on, on === 5 || on === 7 ? {} : NOT_NEEDED));
    expect(supportDays(days, 3).map(({ on }) => on)).toEqual([4, 5, 7].map((on) => addDays(MONDAY, on)));
  });
});
