import { describe, expect, it } from "vitest";
import { linkAddress, linkExpiresAt, refusalOfLink, standingOf } from "@/lib/accounts/rules";
import { csvOf } from "@/lib/csv";

const NOON = new Date("2026-08-17T12:00:00Z");
const hoursLater = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("a one-time link", () => {
  it("stands for a day at set-up and for a week for a password", () => {
    expect(linkExpiresAt("set_up", NOON)).toEqual(hoursLater(24));
    expect(linkExpiresAt("invitation", NOON)).toEqual(hoursLater(7 * 24));
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
  });
});

describe("how an account stands", () => {
  const nothing = {
    hasPassword: false,
    disabledAt: null,
    invitedAt: null,
    linkExpiresAt: null,
    activeSince: null,
    lastSeenAt: null,
  };
  const invited = { ...nothing, invitedAt: hoursLater(-24), linkExpiresAt: hoursLater(24) };
  const active = { ...nothing, hasPassword: true, activeSince: hoursLater(-1), lastSeenAt: NOON };

  it.each([
    ["nobody made a link for", nothing, "not_invited"],
    ["was made a link for", invited, "invited"],
    ["let the link end", { ...invited, linkExpiresAt: hoursLater(-1) }, "invited"],
    ["had their link taken away", { ...invited, linkExpiresAt: null }, "invited"],
    ["chose a password", active, "active"],
    ["may choose another password", { ...active, ...invited, hasPassword: true }, "active"],
    ["has a password though no link is known", { ...nothing, hasPassword: true }, "active"],
    ["was shut out before any link", { ...nothing, disabledAt: NOON }, "disabled"],
    ["was shut out while active", { ...active, disabledAt: NOON }, "disabled"],
  ] as const)("of one who %s", (_, facts, state) => {
    expect(standingOf(facts, NOON).state).toBe(state);
  });

  it("gives the end of a link only while it can be used, to the moment", () => {
    expect(standingOf(invited, NOON).linkExpiresAt).toBe(hoursLater(24).toISOString());
    expect(standingOf(invited, hoursLater(24)).linkExpiresAt).toBeNull();
  });

  it("writes moments in one way, whether the database gave them as dates or as text", () => {
    const text = { ...invited, invitedAt: "2026-08-16T14:00:00+02:00" };
    expect(standingOf(text, NOON).invitedAt).toBe("2026-08-16T12:00:00.000Z");
  });
});

describe("links as a CSV file", () => {
  it("keep every field as text, with the marks in it doubled", () => {
    expect(csvOf([["Name"], ['Åsa "Å" Ek']], ";")).toBe('\uFEFF"Name"\r\n"Åsa ""Å"" Ek"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])("never make a formula of %s", (name) => {
    expect(csvOf([[name, "x"]], ",")).toContain(`"'${name}","x"`);
  });
});
