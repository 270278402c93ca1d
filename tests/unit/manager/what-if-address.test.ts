import { describe, expect, it } from "vitest";
import {
  addedChange,
  readWhatIfAddress,
  whatIfHref,
  writeChange,
} from "@/app/manager/what-if/what-if-address";
import { WhatIfChange } from "@/lib/coverage/what-if/schema";

const ID = "019ab3a0-0000-7000-8000-000000000001";
const OTHER = "019ab3a0-0000-7000-8000-000000000002";

const CHANGES = [
  { kind: "resigns", assistantId: ID, from: "2026-08-20" },
  { kind: "executive_joins", likeExecutiveId: ID },
  { kind: "executive_joins", likeExecutiveId: ID, from: "2026-08-26" },
  {
    kind: "executive_joins",
    likeExecutiveId: ID,
    tier: 3,
    primaryAssistantId: OTHER,
    duties: [
      { dutyId: "calendar", minutesPerDay: 90 },
      { dutyId: "travel", minutesPerDay: 30, minProficiency: 4 },
    ],
  },
  { kind: "assistant_joins", likeAssistantId: ID },
  { kind: "assistant_joins", likeAssistantId: ID, from: "2026-08-26" },
  { kind: "no_cover", weekday: 5 },
  { kind: "leave_approved", absenceId: ID },
  { kind: "pool_lends", poolId: ID },
  { kind: "skill_raised", assistantId: ID, dutyId: "travel", level: 4 },
].map((change) => WhatIfChange.parse(change));

function paramsOf(href: string): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URL(href, "http://x.example").searchParams)
    params[name] = [...(params[name] ?? []), value];
  return params;
}

describe("the address of a what-if question", () => {
  it("holds the whole question, so that it can be shared", () => {
    const address = readWhatIfAddress({
      pool: ID,
      week: "2026-W34",
      weeks: "3",
      change: CHANGES.map(writeChange),
    });
    expect(address.changes).toEqual(CHANGES);
    expect(readWhatIfAddress(paramsOf(whatIfHref(address)))).toEqual(address);
  });

  it("leaves out what makes no sense", () => {
    const change = [
      "",
      "resigns",
      "resigns:x:y",
      "no_cover:9",
      "executive_joins:x",
      "burns:down",
      "no_cover:1",
    ];
    expect(readWhatIfAddress({ week: "2026-W99", weeks: "70", change })).toEqual({
      poolId: null,
      week: null,
      weeks: 2,
      changes: [{ kind: "no_cover", weekday: 1 }],
    });
  });

  it("takes no more than twelve changes", () => {
    expect(readWhatIfAddress({ change: Array(40).fill("no_cover:1") }).changes).toHaveLength(12);
  });
});

describe("a change from a form", () => {
  it("is made of the fields of its kind, empty ones left out", () => {
    const form = { add: "executive_joins", likeExecutive: ID, tier: "", primary: "" };
    expect(addedChange({ ...form, duty: ["calendar"], minutes: "45" })).toEqual({
      kind: "executive_joins",
      likeExecutiveId: ID,
      duties: [{ dutyId: "calendar", minutesPerDay: 45, minProficiency: 3 }],
    });
    expect(addedChange({ add: "resigns", assistant: ID, from: "2026-08-20" })).toEqual(CHANGES[0]);
  });

  it("stands after those the address states already", () => {
    const form = { change: "no_cover:1", add: "no_cover", weekday: "5" };
    expect(readWhatIfAddress(form).changes.map(writeChange)).toEqual(["no_cover:1", "no_cover:5"]);
    expect(readWhatIfAddress({ ...form, weekday: "" }).changes).toHaveLength(1);
  });

  it("is none when somebody is missing", () => {
    expect(addedChange({ add: "resigns", assistant: "", from: "2026-08-20" })).toBeNull();
    expect(addedChange({ add: "nonsense" })).toBeNull();
  });
});
