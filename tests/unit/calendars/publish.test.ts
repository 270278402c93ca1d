import { describe, expect, it } from "vitest";
import { type FeedEvent, whenOf } from "@/lib/calendars/rules-event";
import { type Published, publish } from "@/lib/calendars/rules-publish";
import { stretchesOf } from "@/lib/calendars/rules-stretches";
import { day } from "@/lib/time/day";
import { halfDaysFrom } from "@/lib/time/half-day";

const NOW = new Date("2026-08-17T07:00:00Z");
const LATER = new Date("2026-08-18T07:00:00Z");
const WINDOW = day("2026-05-18");

function away(uid: string, from: string, to = from): FeedEvent {
  const when = { kind: "days" as const, from: day(from), to: day(to) };
  return { uid, content: { when, what: { kind: "away", name: "Anna", isAsked: false } } };
}

function said(known: Published[], current: FeedEvent[], now = NOW) {
  return publish(known, current, now, WINDOW);
}

describe("what a feed says", () => {
  it("begins at sequence 0 and is not news when it is the same again", () => {
    const first = said([], [away("a", "2026-08-20")]);
    expect(first.changed).toMatchObject([{ uid: "a", sequence: 0, changedAt: NOW }]);
    const again = said(first.events, [away("a", "2026-08-20")], LATER);
    expect(again.changed).toEqual([]);
    expect(again.events).toEqual(first.events);
  });

  it("raises the sequence of what changed, and of what is cancelled and comes back", () => {
    const first = said([], [away("a", "2026-08-20")]);
    const moved = said(first.events, [away("a", "2026-08-21")], LATER);
    expect(moved.events).toMatchObject([{ sequence: 1, changedAt: LATER, cancelledAt: null }]);
    const gone = said(moved.events, [], LATER);
    expect(gone.events).toMatchObject([{ uid: "a", sequence: 2, cancelledAt: LATER }]);
    const stillGone = said(gone.events, [], LATER);
    expect(stillGone.changed).toEqual([]);
    const back = said(gone.events, [away("a", "2026-08-21")], LATER);
    expect(back.events).toMatchObject([{ sequence: 3, cancelledAt: null }]);
  });

  it("cancels for 90 days, and forgets what lies before the window at once", () => {
    const first = said([], [away("a", "2026-08-20"), away("old", "2026-05-17")]);
    const gone = said(first.events, [], LATER);
    expect(gone.forgotten).toEqual(["old"]);
    expect(gone.events.map((event) => event.uid)).toEqual(["a"]);
    const after = new Date(LATER.getTime() + 91 * 86_400_000);
    expect(said(gone.events, [], after).forgotten).toEqual(["a"]);
  });
});

describe("when an event is", () => {
  const range = { from: day("2026-08-17"), to: day("2026-08-18"), startMinute: null, endMinute: null };

  it("keeps whole days as days", () => {
    expect(whenOf({ ...range, fromPart: "am", toPart: "pm" }, "Europe/Stockholm")).toEqual({
      kind: "days",
      from: "2026-08-17",
      to: "2026-08-18",
    });
  });

  it("gives halves and hours times on the zone's clock", () => {
    expect(whenOf({ ...range, fromPart: "pm", toPart: "am" }, "Europe/London")).toMatchObject({
      fromMinute: 780,
      toMinute: 720,
      zone: "Europe/London",
    });
    const hours = { ...range, to: range.from, startMinute: 570, endMinute: 690 };
    expect(whenOf({ ...hours, fromPart: "am", toPart: "am" }, "Europe/London")).toMatchObject({
      fromMinute: 570,
      toMinute: 690,
    });
  });
});

describe("stretches", () => {
  it("join equal half-days, and end where somebody else begins, at a hole and on Mondays", () => {
    const halves = halfDaysFrom(day("2026-08-14"), day("2026-08-18"))
      .filter(({ on, part }) => !(on === "2026-08-15" && part === "am"))
      .map((at) => ({ ...at, key: at.on === "2026-08-18" ? "b" : "a", of: at.on }));
    expect(stretchesOf(halves).map(({ range }) => Object.values(range).join(" "))).toEqual([
      "2026-08-14 am 2026-08-14 pm",
      "2026-08-15 pm 2026-08-16 pm",
      "2026-08-17 am 2026-08-17 pm",
      "2026-08-18 am 2026-08-18 pm",
    ]);
  });
});
