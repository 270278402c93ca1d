import { describe, expect, it } from "vitest";
import { NewPassword } from "@/lib/accounts/schema";
import { AUDITED, ListAuditInput } from "@/lib/accounts/schema-audit";
import { messages } from "@/lib/i18n/messages";
import { faultsOf } from "@/lib/server/issues";
import { readSources, withoutComments } from "@/tests/support/architecture/source";

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
  const known: Set<string> = new Set(Object.values(AUDITED).flat());

  it("has words for everything that is written into it", () => {
    const written = [...readSources(".")].flatMap(([path, source]) =>
      path.startsWith("lib/")
        ? [...withoutComments(source).matchAll(/\baction: "([a-z_]+\.[a-z_]+)"/g)].map(
            (match) => match[1] ?? "",
          )
        : [],
    );
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((action) => !known.has(action))).toEqual([]);
  });

  it("has them for each kind and action, and for no other", () => {
    const { action, kind } = messages.en.accounts.audit;
    const worded = Object.entries(action).flatMap(([area, words]) =>
      Object.keys(words).map((word) => `${area}.${word}`),
    );
    expect(worded.sort()).toEqual([...known].sort());
    expect(Object.keys(kind).sort()).toEqual(Object.keys(AUDITED).sort());
  });

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
