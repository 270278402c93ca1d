import { describe, expect, it } from "vitest";
import { ABSENCE_MOVES, type AbsenceMove, endingMove, startingStatus } from "@/lib/absences/requests/rules";
import { ABSENCE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import { statusAfter } from "@/lib/moves/rules";

const TABLE: Record<string, Partial<Record<AbsenceMove, string>>> = {
  draft: { request: "requested", withdraw: "withdrawn" },
  requested: {
    approve: "approved",
    approve_provisionally: "provisionally_approved",
    decline: "declined",
    withdraw: "withdrawn",
    change_days: "requested",
  },
  provisionally_approved: {
    approve: "approved",
    decline: "declined",
    withdraw: "withdrawn",
    change_days: "provisionally_approved",
  },
  approved: {
    cancel: "cancelled",
    ask_cancellation: "cancellation_requested",
    cover: "approved",
    change_end: "approved",
    change_days: "approved",
  },
  cancellation_requested: {
    cancel: "cancelled",
    grant_cancellation: "cancelled",
    refuse_cancellation: "approved",
    keep_part: "approved",
    cover: "cancellation_requested",
    change_end: "cancellation_requested",
    change_days: "cancellation_requested",
  },
  cancelled: {},
  declined: {},
  withdrawn: {},
};

describe("the moves of an absence", () => {
  for (const status of ABSENCE_STATUSES) {
    it.each(Object.keys(ABSENCE_MOVES.moves) as AbsenceMove[])(`${status}: %s`, (move) => {
      expect(statusAfter(ABSENCE_MOVES, status, move)).toBe(TABLE[status]?.[move] ?? null);
    });
  }
});

describe("what ends an absence before it is taken", () => {
  it("cancels what was approved and withdraws what was asked for", () => {
    expect(endingMove("approved")).toBe("cancel");
    expect(endingMove("cancellation_requested")).toBe("cancel");
    expect(endingMove("requested")).toBe("withdraw");
    expect(endingMove("provisionally_approved")).toBe("withdraw");
  });
});

describe("how an absence starts", () => {
  it("is approved when its type is reported, whatever was asked", () => {
    expect(startingStatus({ isReported: true }, "requested")).toBe("approved");
  });

  it("is as it was entered for other types", () => {
    expect(startingStatus({ isReported: false }, "requested")).toBe("requested");
    expect(startingStatus({ isReported: false }, "approved")).toBe("approved");
  });
});
