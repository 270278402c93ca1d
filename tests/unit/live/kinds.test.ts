import { describe, expect, it } from "vitest";
import { AUDIT, type AuditAction } from "@/lib/catalogues/audit";
import { isPlacedAction, liveKindOf } from "@/lib/live/rules-kinds";

const actions = Object.keys(AUDIT) as AuditAction[];

describe("what pages are told of", () => {
  it("is decided for every action of the audit log", () => {
    expect(actions.filter((action) => !isPlacedAction(action))).toEqual([]);
  });

  it("is nothing that only those read who handle it", () => {
    const handled = actions.filter((action) => AUDIT[action].visibility === "handlers");
    expect(handled).not.toEqual([]);
    expect(handled.filter((action) => liveKindOf(action) !== null)).toEqual([]);
  });
});
