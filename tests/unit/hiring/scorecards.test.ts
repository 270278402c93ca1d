import { describe, expect, it } from "vitest";
import { type Card, meansOf, medianMark } from "@/lib/hiring/scorecards/rules";
import { mayOpenEarly, seesAll, visibleCards } from "@/lib/hiring/scorecards/rules-visibility";

const AT = new Date("2026-08-17T09:00:00Z");
const card = (userId: string, isSent = true): Card => ({
  ...{ userId, verdict: "yes", sentAt: isSent ? AT : null },
  marks: [{ criterion: "duty-calendar", mark: 4, evidence: "Words" }],
});
const reader = (userId: string, more = {}) => ({ userId, leadsPool: false, hasOpenedEarly: false, ...more });
const whose = (cards: readonly Card[]) => cards.map(({ userId }) => userId);

describe("the cards of a panel", () => {
  const panel = ["ana", "ben", "eva"];

  it("are hidden from its members until their own is sent, a manager among them alike", () => {
    const cards = [card("ana"), card("ben", false)];
    expect(whose(visibleCards(reader("ana"), panel, cards))).toEqual(["ana"]);
    expect(whose(visibleCards(reader("ben"), panel, cards))).toEqual(["ben"]);
    expect(visibleCards(reader("eva", { leadsPool: true, hasOpenedEarly: true }), panel, cards)).toEqual([]);
    expect(mayOpenEarly(reader("eva", { leadsPool: true }), panel)).toBe(false);
  });

  it("are open to a member who has sent theirs, but never the draft of another", () => {
    const cards = [card("ana"), card("ben", false), card("eva")];
    expect(whose(visibleCards(reader("ana"), panel, cards))).toEqual(["ana", "eva"]);
  });

  it("are open to a manager beside the panel when all are in, or opened early with a reason", () => {
    const some = [card("ana"), card("ben")];
    const manager = reader("margaret", { leadsPool: true });
    expect(visibleCards(manager, panel, some)).toEqual([]);
    expect(mayOpenEarly(manager, panel)).toBe(true);
    expect(whose(visibleCards({ ...manager, hasOpenedEarly: true }, panel, some))).toEqual(["ana", "ben"]);
    expect(seesAll(manager, panel, [...some, card("eva")])).toBe(true);
  });

  it("are nobody else's, even when all are in", () => {
    expect(
      visibleCards(
        reader("carl"),
        panel,
        panel.map((one) => card(one)),
      ),
    ).toEqual([]);
  });
});

describe("the mean of marks", () => {
  it("is over those who saw it, a blank never nought", () => {
    const marks = (mark: number | null) => ({ marks: [{ criterion: "a", mark, evidence: "" }] });
    expect(meansOf([marks(5), marks(null), marks(4)], ["a", "b"])).toEqual([
      { criterion: "a", tenths: 45, seenBy: 2 },
      { criterion: "b", tenths: null, seenBy: 0 },
    ]);
  });

  it("has a middle that is one of them", () => {
    expect([medianMark([5, 1, 4]), medianMark([5, 4]), medianMark([])]).toEqual([4, 4, null]);
  });
});
