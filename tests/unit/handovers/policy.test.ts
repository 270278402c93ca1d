import { describe, expect, it } from "vitest";
import { abilitiesOf, canSeeHandover, type HandoverParty } from "@/lib/handovers/policy";
import { day } from "@/lib/time/day";

const NOBODY: HandoverParty = {
  executiveId: "e",
  executiveName: "Eva",
  email: "edith@x.se",
  phone: "",
  title: "",
  poolId: "north",
  timeZone: "Europe/Stockholm",
  today: day("2026-08-17"),
  isExecutive: false,
  isPrimary: false,
  isShared: false,
  managesPool: false,
  coversNow: false,
  coversSoon: false,
  isOwner: false,
  isCover: false,
};
const BEFORE = { hasStarted: false, hasEnded: false };
const DURING = { hasStarted: true, hasEnded: false };
const AFTER = { hasStarted: true, hasEnded: true };

describe("a handover", () => {
  it("is known to the executive's own assistants, the managers, and the cover until it is closed", () => {
    for (const role of ["isOwner", "isPrimary", "isShared", "managesPool"] as const)
      expect(canSeeHandover({ ...NOBODY, [role]: true }, "closed"), role).toBe(true);
    expect(canSeeHandover({ ...NOBODY, isCover: true }, "handed_back")).toBe(true);
    expect(canSeeHandover({ ...NOBODY, isCover: true }, "closed")).toBe(false);
    expect(canSeeHandover({ ...NOBODY, isExecutive: true, coversSoon: true }, "ready")).toBe(false);
  });

  it("is read, asked about, reported on and handed back by the cover alone", () => {
    const cover = { ...NOBODY, isCover: true };
    expect(abilitiesOf(cover, "ready", BEFORE)).toEqual(["acknowledge", "ask", "grant"]);
    expect(abilitiesOf(cover, "active", DURING)).toEqual(["ask", "report", "handBack", "grant"]);
    const owner = abilitiesOf({ ...NOBODY, isOwner: true }, "active", DURING);
    expect(owner).toEqual(["complete", "answer", "grant", "withdraw"]);
  });

  it("is closed once it is handed back, or once its days are over", () => {
    const keeper = { ...NOBODY, managesPool: true };
    const mayClose = (...when: [Parameters<typeof abilitiesOf>[1], Parameters<typeof abilitiesOf>[2]]) =>
      abilitiesOf(keeper, ...when).includes("close");
    expect(mayClose("handed_back", DURING)).toBe(true);
    expect(mayClose("active", DURING)).toBe(false);
    expect(mayClose("active", AFTER)).toBe(true);
    expect(mayClose("ready", AFTER)).toBe(true);
    expect(mayClose("closed", AFTER)).toBe(false);
  });
});
