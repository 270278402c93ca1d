import { describe, expect, it } from "vitest";
import {
  concernsOf,
  coveredSpans,
  decideHandovers,
  type ExecutiveCover,
  type OpenHandover,
  startOfDay,
  workingDayBefore,
  writesItself,
} from "@/lib/handovers/rules";
import { closingMoves } from "@/lib/handovers/rules-moves";
import { day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";

const at = (on: string, part: "am" | "pm" = "am") => halfDayIndex(day(on), part);
const NOW = at("2026-08-17");

function makeExecutiveCover(
  assistantId: string,
  from: string,
  to: string,
  more: Partial<ExecutiveCover> = {},
): ExecutiveCover {
  const away = { ownerId: "owner", dutyIds: [], awayFrom: day(from) };
  return { assistantId, first: at(from), last: at(to, "pm"), ...away, ...more };
}

function makeOpen(
  id: string,
  coverAssistantId: string | null,
  from: string,
  to: string,
  more = {},
): OpenHandover {
  const span = { first: at(from), last: at(to, "pm") };
  return {
    id,
    coverAssistantId,
    ownerId: "owner",
    dutyIds: [],
    status: "draft",
    hasNext: false,
    ...span,
    ...more,
  };
}

const decide = (covers: ExecutiveCover[], handovers: OpenHandover[], now = NOW) =>
  decideHandovers(coveredSpans(covers), handovers, now).map((d) => {
    const who = "span" in d ? `:${d.span.coverAssistantId}` : "";
    return `${d.kind}${who}${"id" in d ? ` ${d.id}` : d.previousId ? ` after ${d.previousId}` : ""}`;
  });

describe("the spans of an executive", () => {
  it("join one person's covers over a weekend, and part them over a working day", () => {
    const joined = coveredSpans([
      makeExecutiveCover("a", "2026-08-24", "2026-08-25"),
      makeExecutiveCover("a", "2026-08-17", "2026-08-21"),
    ]);
    expect(joined).toMatchObject([{ first: at("2026-08-17"), last: at("2026-08-25", "pm") }]);
    const parted = coveredSpans([
      makeExecutiveCover("a", "2026-08-17", "2026-08-18"),
      makeExecutiveCover("a", "2026-08-21", "2026-08-21"),
    ]);
    expect(parted).toHaveLength(2);
  });

  it("part what one person covers for two who are away, and name the duties of each", () => {
    const week = (more: Partial<ExecutiveCover>) => makeExecutiveCover("a", "2026-08-17", "2026-08-21", more);
    const stretches = coveredSpans([
      week({ dutyIds: ["travel"] }),
      week({ dutyIds: ["meetings"], ownerId: "other" }),
      week({ dutyIds: ["calendar"] }),
    ]);
    expect(stretches.map((s) => [s.ownerId, s.dutyIds])).toEqual([
      ["owner", ["calendar", "travel"]],
      ["other", ["meetings"]],
    ]);
    expect(coveredSpans([week({ dutyIds: ["travel"] }), week({})])).toMatchObject([{ dutyIds: [] }]);
  });

  it("keep people apart", () => {
    const covers = [
      makeExecutiveCover("a", "2026-08-17", "2026-08-18"),
      makeExecutiveCover("b", "2026-08-18", "2026-08-19"),
    ];
    expect(coveredSpans(covers).map((s) => s.coverAssistantId)).toEqual(["a", "b"]);
  });
});

describe("what becomes of handovers", () => {
  const week = makeExecutiveCover("a", "2026-08-17", "2026-08-21");

  it("opens one for a new cover, and keeps it afterwards", () => {
    expect(decide([week], [])).toEqual(["open:a"]);
    expect(decide([week], [makeOpen("h", "a", "2026-08-17", "2026-08-21")])).toEqual(["keep:a h"]);
  });

  it("passes it on when another covers the same days", () => {
    const handover = makeOpen("h", "a", "2026-08-17", "2026-08-21");
    expect(decide([{ ...week, assistantId: "b" }], [handover])).toEqual(["pass:b h"]);
  });

  it("opens one after another when the cover falls ill on the way", () => {
    const covers = [
      makeExecutiveCover("a", "2026-08-17", "2026-08-18"),
      makeExecutiveCover("b", "2026-08-19", "2026-08-21"),
    ];
    const handover = makeOpen("h", "a", "2026-08-17", "2026-08-21", { status: "active" });
    expect(decide(covers, [handover], at("2026-08-18"))).toEqual(["keep:a h", "open:b after h"]);
    const followed = { ...handover, last: at("2026-08-18", "pm"), hasNext: true };
    const next = makeOpen("i", "b", "2026-08-19", "2026-08-21", { status: "ready" });
    expect(decide(covers, [followed, next], at("2026-08-18"))).toEqual(["keep:a h", "keep:b i"]);
  });

  it("passes it on to the same person when the days were put off", () => {
    const handover = makeOpen("h", "a", "2026-08-17", "2026-08-18");
    expect(decide([makeExecutiveCover("a", "2026-08-20", "2026-08-21")], [handover])).toEqual(["pass:a h"]);
    expect(decide([makeExecutiveCover("a", "2026-08-31", "2026-08-31")], [handover])).toEqual([
      "open:a",
      "vacate h",
    ]);
  });

  it("goes on with each of two who are away, whoever covers them", () => {
    const mine = makeOpen("mine", "a", "2026-08-17", "2026-08-21");
    const theirs = makeOpen("theirs", "a", "2026-08-17", "2026-08-21", { ownerId: "other" });
    const both = [{ ...week, ownerId: "other" }, week];
    expect(decide(both, [mine, theirs])).toEqual(["keep:a theirs", "keep:a mine"]);
    expect(decide(both, [mine])).toEqual(["keep:a mine", "open:a"]);
    const byOthers = [
      { ...week, assistantId: "b", ownerId: "other" },
      { ...week, assistantId: "c" },
    ];
    expect(decide(byOthers, [mine, theirs])).toEqual(["pass:b theirs", "pass:c mine"]);
  });

  it("opens one of its own for each who shares the duties of an executive", () => {
    const covers = [week, { ...week, assistantId: "b" }];
    expect(decide(covers, [makeOpen("h", "a", "2026-08-17", "2026-08-21")])).toEqual(["keep:a h", "open:b"]);
  });

  it("leaves one without a cover to wait, once, and ends it when its days are over", () => {
    const handover = makeOpen("h", "a", "2026-08-17", "2026-08-21");
    expect(decide([], [handover])).toEqual(["vacate h"]);
    expect(decide([], [{ ...handover, coverAssistantId: null }])).toEqual([]);
    expect(decide([], [{ ...handover, coverAssistantId: null }], at("2026-08-22"))).toEqual(["end h"]);
    expect(decide([{ ...week, assistantId: "b" }], [{ ...handover, coverAssistantId: null }])).toEqual([
      "pass:b h",
    ]);
  });

  it("leaves alone what is over or handed back", () => {
    const over = makeOpen("h", "a", "2026-08-10", "2026-08-12", { status: "active" });
    const back = makeOpen("i", "a", "2026-08-17", "2026-08-21", { status: "handed_back" });
    expect(decide([week], [over, back])).toEqual([]);
    expect(decide([makeExecutiveCover("a", "2026-08-10", "2026-08-12")], [])).toEqual([]);
  });
});

describe("who completes a handover", () => {
  const first = at("2026-08-19");
  const now = { on: day("2026-08-17"), part: "am" as const };

  it("is nobody when the assistant is away already, the days have begun, or the executive has none", () => {
    const later = { ownerId: "owner", awayFrom: day("2026-08-19"), first };
    expect(writesItself(later, now)).toBe(false);
    expect(writesItself({ ...later, awayFrom: day("2026-08-17") }, now)).toBe(true);
    expect(writesItself({ ...later, ownerId: null }, now)).toBe(true);
    expect(writesItself({ ...later, first: NOW }, now)).toBe(true);
    expect(writesItself({ ...later, awayFrom: null }, now)).toBe(false);
  });
});

describe("the concerns about a handover", () => {
  const calm = {
    first: at("2026-08-19"),
    last: at("2026-08-21", "pm"),
    openQuestions: 0,
    notGranted: 0,
    notWithdrawn: 0,
  };

  it("is said two days ahead, access first", () => {
    const all = { ...calm, status: "ready" as const, openQuestions: 1, notGranted: 2 };
    expect(concernsOf(all, at("2026-08-17"))).toEqual(["not_granted", "unread", "questions"]);
    expect(concernsOf(all, at("2026-08-16"))).toEqual(["questions"]);
    expect(concernsOf({ ...calm, status: "draft" }, at("2026-08-17"))).toEqual(["not_ready"]);
  });

  it("goes on after the end while access stands", () => {
    const standing = { ...calm, status: "closed" as const, notWithdrawn: 1 };
    expect(concernsOf(standing, at("2026-08-25"))).toEqual(["not_withdrawn"]);
    expect(concernsOf({ ...standing, status: "active" }, at("2026-08-20"))).toEqual([]);
    expect(
      concernsOf({ ...calm, status: "closed", notGranted: 3, openQuestions: 1 }, at("2026-08-20")),
    ).toEqual([]);
  });
});

it("finds the working day before, over weekends and days off", () => {
  const off = (on: string) => on === "2026-12-25" || on === "2026-12-24";
  expect(workingDayBefore(day("2026-08-17"), () => false)).toBe("2026-08-14");
  expect(workingDayBefore(day("2026-12-28"), off)).toBe("2026-12-23");
});

it("begins a day by its own clock, also when clocks change", () => {
  expect(startOfDay("Europe/Stockholm", day("2026-10-25")).toISOString()).toBe("2026-10-24T22:00:00.000Z");
  expect(startOfDay("Europe/Stockholm", day("2026-10-26")).toISOString()).toBe("2026-10-25T23:00:00.000Z");
});

it("closes by way of handing back where the cover is at the executive", () => {
  expect(closingMoves("active")).toEqual(["hand_back", "close"]);
  expect(closingMoves("closed")).toEqual([]);
});
