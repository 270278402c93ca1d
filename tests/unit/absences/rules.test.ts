import { describe, expect, it } from "vitest";
import { ABSENCE_MOVES, type AbsenceMove, absenceAfter, startingStatus } from "@/lib/absences/requests/rules";
import { ABSENCE_STATUSES } from "@/lib/absences/requests/schema";

const TABLE: Record<string, Partial<Record<AbsenceMove, string>>> = {
  draft: {},
  requested: {
    approve: "approved",
    approve_provisionally: "provisionally_approved",
    decline: "declined",
    withdraw: "withdrawn",
  },
  provisionally_approved: { approve: "approved", decline: "declined", withdraw: "withdrawn" },
  approved: { cancel: "cancelled", ask_cancellation: "cancellation_requested" },
  cancellation_requested: { cancel: "cancelled", refuse_cancellation: "approved" },
  cancelled: {},
  declined: {},
  withdrawn: {},
};

describe("the moves of an absence", () => {
  for (const status of ABSENCE_STATUSES) {
    it.each(Object.keys(ABSENCE_MOVES) as AbsenceMove[])(`${status}: %s`, (move) => {
      expect(absenceAfter(status, move)).toBe(TABLE[status]?.[move] ?? null);
    });
  }
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
