import { describe, expect, it } from "vitest";
import { firstDueOf, placesIn, queued } from "@/lib/requests/queue/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { refusalOfFields } from "@/lib/requests/types/rules";

type Asked = Parameters<typeof firstDueOf>[0] & { name: string };

function request(name: string, overrides: Partial<SupportRequestView> = {}): Asked {
  return {
    name,
    executiveId: "helena",
    priority: "normal",
    status: "assigned",
    dueAt: null,
    dueOn: null,
    createdAt: "2026-08-17T07:00:00.000Z",
    serviceLevel: { answer: null, resolve: null },
    ...overrides,
  };
}

const promised = (dueAt: string) => ({
  answer: { targetMinutes: 60, usedMinutes: 0, dueAt, state: "running" as const },
  resolve: null,
});

describe("the order of a queue", () => {
  it("is urgent, high, normal, low; then what is due first; then what was sent first; and what waits comes last", () => {
    const order = queued([
      request("waits", { priority: "urgent", status: "waiting" }),
      request("low", { priority: "low" }),
      request("later", { dueOn: "2026-08-20" as never }),
      request("none, sent later", { createdAt: "2026-08-17T09:00:00.000Z" }),
      request("none"),
      request("promised first", {
        serviceLevel: promised("2026-08-18T08:00:00.000Z"),
        dueOn: "2026-08-21" as never,
      }),
      request("high", { priority: "high" }),
      request("urgent", { priority: "urgent" }),
    ]);
    expect(order.map(({ name, why }) => `${name}: ${why.join(" ")}`)).toEqual([
      "urgent: urgent_first",
      "high: high_first",
      "promised first: normal_first due_first",
      "later: due_later",
      "none: no_due",
      "none, sent later: no_due",
      "low: low_first",
      "waits: waiting",
    ]);
  });

  it("counts what is needed or promised, whichever is earlier", () => {
    const needed = request("x", {
      dueAt: "2026-08-17T10:00:00.000Z",
      serviceLevel: promised("2026-08-17T09:00:00.000Z"),
    });
    expect(firstDueOf(needed)).toBe("2026-08-17T09:00:00.000Z");
    expect(firstDueOf({ ...needed, dueAt: "2026-08-17T08:00:00.000Z" })).toBe("2026-08-17T08:00:00.000Z");
    expect(firstDueOf(request("none"))).toBeNull();
  });
});

describe("what a type asks", () => {
  const field = (key: string, kind: "text" | "number" | "date" | "choice", more: object = {}) => ({
    key,
    kind,
    nameEn: key,
    nameSv: key,
    ...more,
  });
  const choices = [{ value: "30", nameEn: "30 min", nameSv: "30 min" }];
  const type = {
    fields: [
      field("to", "text"),
      field("amount", "number"),
      field("on", "date"),
      field("length", "choice", { choices }),
    ],
  };

  it("is answered in the kind of the field, or left empty", () => {
    expect(
      refusalOfFields(type, { to: "Malmö", amount: "1200,50", on: "2026-08-20", length: "30" }),
    ).toBeNull();
    expect(refusalOfFields(type, { amount: "" })).toBeNull();
  });

  it.each([
    [{ amount: "much" }, "field_invalid", "fields.amount"],
    [{ on: "2026-02-30" }, "field_invalid", "fields.on"],
    [{ length: "31" }, "field_invalid", "fields.length"],
    [{ juggling: "yes" }, "field_unknown", "fields.juggling"],
  ])("refuses %j", (answers, reason, path) => {
    expect(refusalOfFields(type, answers)).toMatchObject({ reason, path });
  });
});

describe("how many stand before a request", () => {
  const named = (name: string, overrides: Partial<SupportRequestView> = {}) => ({
    ...request(name, overrides),
    id: name,
  });

  it("is counted by the rule that puts each there, and only for what is not begun", () => {
    const places = placesIn([
      named("mine", { dueOn: "2026-08-20" as never }),
      named("urgent", { priority: "urgent" }),
      named("sooner", { dueOn: "2026-08-18" as never, status: "in_progress" }),
      named("earlier", { dueOn: "2026-08-20" as never, createdAt: "2026-08-17T06:00:00.000Z" }),
      named("low", { priority: "low" }),
    ]);
    expect(places.get("mine")).toEqual({ urgent: 1, agreed: 0, due: 1, sent: 1 });
    expect(places.get("urgent")).toEqual({ urgent: 0, agreed: 0, due: 0, sent: 0 });
    expect(places.has("sooner")).toBe(false);
  });
});
