import { describe, expect, it } from "vitest";
import commonPasswords from "@/lib/accounts/common-passwords.json";
import { isCommonPassword, isOwnName } from "@/lib/accounts/rules-password";
import { readSources } from "@/tests/support/architecture/source";

describe("a password that is its owner's name", () => {
  it.each([
    ["Oskar.Lind-2026!", true],
    ["xxstandbyxxxxx", true],
    ["correct horse battery", false],
    ["al is no name here", false],
  ])("%s: %s", (password, isOwn) => {
    expect(isOwnName(password, "oskar.al+work@office.example")).toBe(isOwn);
  });
});

describe("a password that many people choose", () => {
  it.each([
    ["1qaz2wsx3edc", true],
    ["Qwerty123456", true],
    ["abcabcabcabc", true],
    ["xxxxxxxxxxxx", true],
    ["correct horse battery", false],
    ["twelve chars", false],
  ])("%s: %s", (password, isCommon) => {
    expect(isCommonPassword(password)).toBe(isCommon);
  });

  it("is on a list in lower case, of passwords that are long enough to be chosen at all", () => {
    expect(commonPasswords.length).toBeGreaterThan(4_000);
    expect(commonPasswords.filter((one) => one.length < 12 || one !== one.toLowerCase())).toEqual([]);
  });
});

it("every door that sets a password looks at it first", () => {
  const doors = [...readSources(".")].filter(([, source]) => /\bhashPassword\b/.test(source));
  expect(doors.map(([path]) => path)).toEqual(["lib/accounts/service-new-password.ts", "lib/password.ts"]);
});
