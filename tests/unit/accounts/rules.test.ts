import { describe, expect, it } from "vitest";
import { linkAddress, linkExpiresAt, refusalOfLink, stateOf } from "@/lib/accounts/rules";

const NOON = new Date("2026-08-17T12:00:00Z");
const hoursLater = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("a one-time link", () => {
  it("stands for a day at set-up and for a week for a password", () => {
    expect(linkExpiresAt("set_up", NOON)).toEqual(hoursLater(24));
    expect(linkExpiresAt("password", NOON)).toEqual(hoursLater(7 * 24));
  });

  it("leads to its page with the secret escaped", () => {
    expect(linkAddress("https://s.example", "password", "a/b")).toBe("https://s.example/welcome?token=a%2Fb");
    expect(linkAddress("https://s.example", "set_up", "x")).toBe("https://s.example/set-up?token=x");
  });

  it("opens until the very moment it expires, and once", () => {
    const link = { usedAt: null, expiresAt: NOON };
    expect(refusalOfLink(link, new Date(NOON.getTime() - 1))).toBeNull();
    expect(refusalOfLink(link, NOON)?.reason).toBe("link_expired");
    expect(refusalOfLink({ ...link, usedAt: NOON }, hoursLater(-1))?.reason).toBe("link_used");
    expect(refusalOfLink({ ...link, usedAt: NOON }, hoursLater(1))?.reason).toBe("link_used");
    expect(refusalOfLink(null, NOON)?.reason).toBe("link_unknown");
  });
});

describe("the state of an account", () => {
  it.each([
    [{ hasPassword: false, disabledAt: null }, "invited"],
    [{ hasPassword: true, disabledAt: null }, "active"],
    [{ hasPassword: true, disabledAt: NOON }, "disabled"],
    [{ hasPassword: false, disabledAt: NOON }, "disabled"],
  ] as const)("of %j is %s", (account, state) => {
    expect(stateOf(account)).toBe(state);
  });
});
