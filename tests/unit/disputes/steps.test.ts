import { describe, expect, it } from "vitest";
import { handlerStepOf } from "@/app/_shared/conversations/handler-step";
import { partyStepOf } from "@/app/_shared/conversations/party-step";
import type { CaseView } from "@/lib/disputes/cases/schema";
import type { MediationView, MeetingView } from "@/lib/disputes/mediation/schema";

const NOW = new Date("2026-08-17T07:00:00Z");
const person = (userId: string, overrides = {}) => ({
  ...{ userId, name: userId, role: "party" as const, isWriter: false, since: "2026-08-01T07:00:00Z" },
  ...{ until: null, isAllowed: true, lookedAt: null },
  ...overrides,
});
const meeting = (overrides: Partial<MeetingView> = {}): MeetingView => ({
  ...{ id: "m1", kind: "separate", status: "planned", withId: "ana", words: "" },
  ...{ startsAt: "2026-08-18T07:00:00Z", endsAt: "2026-08-18T08:00:00Z", answers: [] },
  ...overrides,
});

function view(overrides: Partial<CaseView> = {}, mediation: Partial<MediationView> = {}): CaseView {
  return {
    ...{ id: "c", code: "7KQ4", role: "handler", isWriter: false, status: "triaged", since: "", dueAt: null },
    ...{ version: 4, timeZone: "Europe/Stockholm", topic: "person", wish: "change", tier: 2 },
    ...{
      concernsOutsider: false,
      mayKnowLater: true,
      reportedAt: null,
      acknowledgedAt: null,
      triagedAt: null,
    },
    ...{ promisedOn: "2026-09-15", closedAt: null, outcome: null, canReopen: false, texts: [], pair: null },
    people: [person("ana", { isWriter: true }), person("erik"), person("eva", { role: "handler" })],
    mediation: {
      ...{ meetings: [], consents: [], mayConsent: false, jointRefusal: "separate_meetings_first" },
      ...{ agreement: null, checkIns: [], needsLook: false },
      ...mediation,
    },
    ...overrides,
  } as CaseView;
}

const stepOf = (overrides: Partial<CaseView>, mediation: Partial<MediationView> = {}) =>
  handlerStepOf(view(overrides, mediation), NOW)?.kind ?? null;

describe("the next step of a handler", () => {
  it("is to answer, to sort, and then to meet each alone who was not invited yet", () => {
    expect(stepOf({ status: "reported" })).toBe("acknowledge");
    expect(stepOf({ status: "acknowledged" })).toBe("triage");
    const step = handlerStepOf(view({}, { meetings: [meeting()] }), NOW);
    expect(step).toMatchObject({ kind: "separate", people: [{ userId: "erik" }] });
  });

  it("is never to mediate what is grave, nor where nobody else was let in", () => {
    expect(stepOf({ tier: 3 })).toBe("grave");
    expect(stepOf({ tier: 3, status: "escalated" })).toBe("close");
    expect(stepOf({}, { jointRefusal: "nobody_to_meet" })).toBe("close");
  });

  it("asks whether a meeting was held once it has begun, and waits for what is others' to do", () => {
    const both = [meeting(), meeting({ id: "m2", withId: "erik" })];
    expect(stepOf({}, { meetings: both })).toBe("await_meeting");
    expect(stepOf({}, { meetings: [meeting({ startsAt: "2026-08-17T06:00:00Z" })] })).toBe("held");
    const held = both.map((one) => ({ ...one, status: "held" as const }));
    expect(stepOf({}, { meetings: held, jointRefusal: "consent_missing" })).toBe("await_consent");
    expect(stepOf({}, { meetings: held, jointRefusal: null })).toBe("joint");
  });

  it("is to write down what was agreed after all have met, and to look where it goes badly", () => {
    const joint = [meeting({ kind: "joint", withId: null, status: "held" })];
    expect(stepOf({ status: "joint_meeting" }, { meetings: joint })).toBe("propose");
    const agreement = { edition: 1, proposedAt: "", inForceAt: null, terms: [], signatures: [] };
    expect(stepOf({ status: "joint_meeting" }, { meetings: joint, agreement })).toBe("await_signatures");
    expect(stepOf({ status: "monitoring" }, { needsLook: true })).toBe("look");
    expect(stepOf({ status: "monitoring" })).toBe("close");
    expect([stepOf({ status: "closed" }), stepOf({ status: "withdrawn" })]).toEqual([null, null]);
    expect(stepOf({ status: "closed", canReopen: true })).toBe("reopen");
  });
});

describe("what one of its people is asked", () => {
  const askedOf = (mediation: Partial<MediationView>, overrides: Partial<CaseView> = {}) =>
    partyStepOf(view(overrides, mediation), "ana", "2026-08-17")?.kind ?? null;

  it("is to answer a meeting once, to say yes, to sign, and how it goes from the day on", () => {
    expect(askedOf({})).toBeNull();
    expect(askedOf({ meetings: [meeting()] })).toBe("meeting");
    expect(askedOf({ meetings: [meeting({ answers: [{ userId: "ana", comes: false }] })] })).toBeNull();
    expect(askedOf({ mayConsent: true })).toBe("consent");
    expect(askedOf({ mayConsent: true, consents: ["ana"] })).toBeNull();
    const agreement = { edition: 1, proposedAt: "", inForceAt: null, terms: [], signatures: [] };
    expect(askedOf({ agreement })).toBe("sign");
    const asked = { id: "k", userId: "ana", feeling: null, words: "" };
    expect(askedOf({ checkIns: [{ ...asked, dueOn: "2026-08-17" }] })).toBe("check_in");
    expect(askedOf({ checkIns: [{ ...asked, dueOn: "2026-08-18" }] })).toBeNull();
  });

  it("is nothing once it is closed", () => {
    expect(askedOf({ mayConsent: true }, { closedAt: "2026-08-16T07:00:00Z" })).toBeNull();
  });
});
