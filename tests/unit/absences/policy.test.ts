import { describe, expect, it } from "vitest";
import { type ActingFor, canSeeAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import type { Person } from "@/lib/actor";

const OWNER = { assistantId: "anna", poolId: "north", deciderId: null, secondDeciderId: null };
const own = (poolIds: string[]): ActingFor => [{ userId: "me", poolIds }];
const asDeputy: ActingFor = [
  { userId: "me", poolIds: ["south"] },
  { userId: "eva", poolIds: ["north"] },
];

function makePerson(managedPoolIds: string[]): Person {
  const rest = { name: "Me", email: "me@x.example", locale: "en" as const, isAdministrator: false };
  const access = { hasFactor: false, mustHaveFactor: false, session: null };
  return { userId: "me", managedPoolIds, assistant: null, executive: null, ...rest, ...access };
}

describe("who decides", () => {
  it("is a manager of the pool", () => {
    expect(placeToDecide(own(["north"]), OWNER)?.userId).toBe("me");
    expect(placeToDecide(own(["south"]), OWNER)).toBeNull();
  });

  it("is a deputy in the manager's place, and a manager in their own", () => {
    expect(placeToDecide(asDeputy, OWNER)?.userId).toBe("eva");
    expect(placeToDecide(asDeputy, { ...OWNER, poolId: "south" })?.userId).toBe("me");
  });

  it("is a person's own decider and then no manager of the pool", () => {
    const owner = { ...OWNER, deciderId: "eva" };
    expect(placeToDecide(own(["north"]), owner)).toBeNull();
    expect(placeToDecide(asDeputy, owner)?.userId).toBe("eva");
  });

  it("is for the second decision whoever is named for it, else any manager", () => {
    const owner = { ...OWNER, deciderId: "bo", secondDeciderId: "eva" };
    expect(placeToDecide(own(["north"]), owner, "second")).toBeNull();
    expect(placeToDecide(asDeputy, owner, "second")?.userId).toBe("eva");
    expect(placeToDecide(own(["north"]), OWNER, "second")?.userId).toBe("me");
  });
});

describe("who knows of an absence", () => {
  it("is who leads the pool, decides, or stands in for somebody who does", () => {
    expect(canSeeAbsence(makePerson(["north"]), OWNER, own(["north"]))).toBe(true);
    expect(canSeeAbsence(makePerson(["south"]), OWNER, own(["south"]))).toBe(false);
    expect(canSeeAbsence(makePerson(["south"]), OWNER, asDeputy)).toBe(true);
    expect(canSeeAbsence(makePerson(["south"]), { ...OWNER, deciderId: "me" }, own(["south"]))).toBe(true);
  });
});
