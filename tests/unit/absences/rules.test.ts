import { describe, expect, it } from "vitest";
import { type AbsenceMove, absenceAfter, startingStatus } from "@/lib/absences/rules";
import { ABSENCE_STATUSES } from "@/lib/absences/schema";

const TABLE: Record<string, Partial<Record<AbsenceMove, string>>> = {
  draft: {},
  requested: { approve: "approved", decline: "declined", withdraw: "withdrawn" },
  provisionally_approved: {},
  approved: { cancel: "cancelled" },
  cancellation_requested: {},
  cancelled: {},
  declined: {},
  withdrawn: {},
};

describe("the moves of an absence", () => {
  for (const status of ABSENCE_STATUSES) {
    it.each(["approve", "decline", "cancel", "withdraw"] as const)(`${status}: %s`, (move) => {
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
