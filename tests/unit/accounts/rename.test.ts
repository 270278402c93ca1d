import { describe, expect, it } from "vitest";
import { canRenameAccount } from "@/lib/accounts/policy";
import type { Person } from "@/lib/actor";

const manager: Person = {
  userId: "m",
  name: "Maria",
  email: "m@office.example",
  locale: "en",
  isAdministrator: false,
  managedPoolIds: ["north", "south"],
  assistant: null,
  executive: null,
  hasFactor: false,
  mustHaveFactor: false,
  session: null,
};
const other = { userId: "o", isAdministrator: false, managedPoolIds: [] as string[] };

describe("a manager renaming an account", () => {
  it("may for people without more to say", () => {
    expect(canRenameAccount(manager, other)).toBe(true);
    expect(canRenameAccount(manager, { ...other, managedPoolIds: ["north"] })).toBe(true);
  });

  it("may not for an administrator or the manager of another pool", () => {
    expect(canRenameAccount(manager, { ...other, isAdministrator: true })).toBe(false);
    expect(canRenameAccount(manager, { ...other, managedPoolIds: ["north", "west"] })).toBe(false);
  });

  it("may for their own, whatever they are", () => {
    expect(canRenameAccount(manager, { ...other, userId: "m", isAdministrator: true })).toBe(true);
  });
});
