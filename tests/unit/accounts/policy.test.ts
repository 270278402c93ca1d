import { describe, expect, it } from "vitest";
import { canHoldKeyTo, canSeeInvitation } from "@/lib/accounts/policy";
import type { Person } from "@/lib/actor";

const manager: Person = {
  userId: "m",
  name: "Maja",
  email: "maja@office.example",
  locale: "en",
  isAdministrator: false,
  managedPoolIds: ["north"],
  assistant: null,
  executive: null,
  hasFactor: false,
  mustHaveFactor: false,
  session: null,
};
const administrator: Person = { ...manager, userId: "x", isAdministrator: true, managedPoolIds: [] };
const assistant = { userId: "a", isAdministrator: false, managedPoolIds: [], poolIds: ["north"] };

describe("an invitation", () => {
  it("is for the managers of the person's pools and for administrators to see", () => {
    expect(canSeeInvitation(manager, assistant)).toBe(true);
    expect(canSeeInvitation(manager, { ...assistant, poolIds: ["south"] })).toBe(false);
    expect(canSeeInvitation(manager, { ...assistant, poolIds: [] })).toBe(false);
    expect(canSeeInvitation(administrator, { ...assistant, poolIds: [] })).toBe(true);
  });

  it("gives a manager no key to whoever has more to say than they", () => {
    expect(canHoldKeyTo(manager, assistant)).toBe(true);
    expect(canHoldKeyTo(manager, { ...assistant, isAdministrator: true })).toBe(false);
    expect(canHoldKeyTo(manager, { ...assistant, managedPoolIds: ["south"] })).toBe(false);
    expect(canHoldKeyTo(administrator, { ...assistant, isAdministrator: true })).toBe(true);
  });
});
