import { describe, expect, it } from "vitest";
import { NewPassword } from "@/lib/accounts/schema";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { faultsOf } from "@/lib/server/issues";

function faultOf(password: unknown): string | undefined {
  const parsed = NewPassword.safeParse(password, { reportInput: true });
  return parsed.success ? undefined : faultsOf(parsed.error)[0]?.code;
}

describe("a new password", () => {
  it.each([
    ["eleven char", "too_short"],
    ["Standby-Demo", "too_well_known"],
    ["x".repeat(201), "too_long"],
    [undefined, "required"],
    ["twelve chars", undefined],
    ["  spaces count  ", undefined],
  ])("%j is answered with %s", (password, fault) => {
    expect(faultOf(password)).toBe(fault);
  });

  it("is kept letter for letter", () => {
    expect(NewPassword.parse("  spaces count  ")).toBe("  spaces count  ");
  });
});

describe("the audit log", () => {
  it.each([
    [{ cursor: "-1" }],
    [{ cursor: "1e3" }],
    [{ what: "pool;drop" }],
    [{ from: "2026-02-30" }],
    [{ other: "x" }],
  ])("is not asked for %j", (filter) => {
    expect(ListAuditInput.safeParse(filter).success).toBe(false);
  });
});
