import { describe, expect, it } from "vitest";
import { movesFrom, statusAfter } from "@/lib/moves/rules";
import { REQUEST_MOVES, type RequestMove } from "@/lib/requests/rules";
import { REQUEST_STATUSES } from "@/lib/requests/rules-choices";
import { FileSupportRequestInput } from "@/lib/requests/schema";

const TABLE: Record<string, Partial<Record<RequestMove, string>>> = {
  new: {
    assign: "assigned",
    start: "in_progress",
    cancel: "cancelled",
    tick: "closed",
    change: "new",
    merge: "cancelled",
  },
  assigned: {
    change: "assigned",
    merge: "cancelled",
    tick: "closed",
    start: "in_progress",
    cancel: "cancelled",
    hand_on: "assigned",
    keep: "assigned",
    unassign: "new",
  },
  in_progress: {
    change: "in_progress",
    merge: "cancelled",
    tick: "closed",
    wait: "waiting",
    resolve: "resolved",
    cancel: "cancelled",
    hand_on: "in_progress",
    keep: "in_progress",
    leave: "in_progress",
  },
  waiting: {
    change: "waiting",
    merge: "cancelled",
    tick: "closed",
    resume: "in_progress",
    resolve: "resolved",
    cancel: "cancelled",
    hand_on: "waiting",
    keep: "waiting",
    leave: "waiting",
  },
  resolved: { tick: "closed", close: "closed", reopen: "assigned", reopen_unassigned: "new" },
  closed: { reopen: "assigned", reopen_unassigned: "new" },
  cancelled: { split_new: "new", split_assigned: "assigned", split_started: "in_progress" },
};

const MOVES = Object.keys(REQUEST_MOVES.moves) as RequestMove[];

describe("the moves of a request", () => {
  for (const status of REQUEST_STATUSES) {
    it.each(MOVES)(`${status}: %s`, (move) => {
      expect(statusAfter(REQUEST_MOVES, status, move)).toBe(TABLE[status]?.[move] ?? null);
    });

    it(`${status}: offers just the moves it allows`, () => {
      expect(movesFrom(REQUEST_MOVES, status, MOVES).sort()).toEqual(Object.keys(TABLE[status] ?? {}).sort());
    });
  }
});

describe("what comes in", () => {
  it("needs one line, and has a normal priority unless told otherwise", () => {
    expect(FileSupportRequestInput.parse({ summary: " Book Oslo " })).toEqual({
      dutyId: null,
      summary: "Book Oslo",
      details: "",
      priority: "normal",
      dueOn: null,
      dueAt: null,
      typeId: null,
      fields: {},
      confidential: false,
      fileIds: [],
    });
  });

  it.each([
    {},
    { summary: "  " },
    { summary: "two\nlines" },
    { summary: "x", details: "a\0b" },
    { summary: "x", extra: 1 },
  ])("refuses %j", (input) => {
    expect(FileSupportRequestInput.safeParse(input).success).toBe(false);
  });
});
