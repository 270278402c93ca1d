import { describe, expect, it } from "vitest";
import { inExecutiveOrder, phaseOf } from "@/lib/support/rules";
import { day } from "@/lib/time/day";

const TODAY = day("2026-08-17");
const term = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) });

describe("support on a day", () => {
  it.each([
    ["2026-08-17", null, "current"],
    ["2026-01-01", "2026-08-17", "current"],
    ["2026-01-01", "2026-08-16", "past"],
    ["2026-08-18", null, "upcoming"],
  ])("from %s to %s is %s", (from, to, phase) => {
    expect(phaseOf({ from, to }, TODAY)).toBe(phase);
  });

  it("is read as an executive: now before next before then, primaries first, backups in order", () => {
    const rows = [
      { name: "past primary", role: "primary" as const, rank: 1, ...term("2025-01-01", "2025-12-31") },
      { name: "second backup", role: "backup" as const, rank: 2, ...term("2026-01-01", null) },
      { name: "first backup", role: "backup" as const, rank: 1, ...term("2026-02-01", null) },
      { name: "next primary", role: "primary" as const, rank: 1, ...term("2026-10-01", null) },
      { name: "primary", role: "primary" as const, rank: 1, ...term("2026-01-01", "2026-09-30") },
      { name: "shared", role: "shared" as const, rank: 1, ...term("2026-01-01", null) },
    ];
    expect(inExecutiveOrder(rows, TODAY).map((row) => row.name)).toEqual([
      "primary",
      "shared",
      "first backup",
      "second backup",
      "next primary",
      "past primary",
    ]);
  });
});
