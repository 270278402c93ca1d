import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCircle, type Precedence, precedenceOf } from "@/lib/requests/agreements/rules";
import { inQueueOrder, placesIn, queued } from "@/lib/requests/queue/rules";

const urgent = (executiveId: string, day: number, id = `${executiveId} ${day}`) => ({
  id,
  executiveId,
  priority: "urgent" as const,
  status: "assigned" as const,
  dueAt: null,
  dueOn: `2026-08-${String(10 + day)}` as never,
  createdAt: "2026-08-17T07:00:00.000Z",
  serviceLevel: { answer: null, resolve: null },
});

const inOrder = (pairs: Record<string, string[]>): Precedence =>
  new Map(Object.entries(pairs).map(([id, others]) => [id, new Set(others)]));

const pair = (rule: "first" | "second" | "higher_tier" | "due_first", tier = 2, otherTier = 4) => ({
  ...{ executiveId: "a", otherId: "b", rule, tier, otherTier },
});

describe("who goes before whom", () => {
  it("is whom an agreement names, or the higher tier; with what is due first nobody does", () => {
    expect(precedenceOf([pair("first")])).toEqual(inOrder({ a: ["b"] }));
    expect(precedenceOf([pair("second")])).toEqual(inOrder({ b: ["a"] }));
    expect(precedenceOf([pair("higher_tier")])).toEqual(inOrder({ b: ["a"] }));
    expect(precedenceOf([pair("higher_tier", 3, 3)])).toEqual(inOrder({}));
    expect(precedenceOf([pair("due_first")])).toEqual(inOrder({}));
  });

  it("may meet in one executive, and not lead back", () => {
    expect(isCircle(inOrder({ a: ["b", "c"], b: ["c"], d: ["c"] }))).toBe(false);
    expect(isCircle(inOrder({ a: ["b"], b: ["c"], c: ["a"] }))).toBe(true);
  });
});

describe("a queue with an agreement", () => {
  const requests = [urgent("a", 1), urgent("c", 2), urgent("b", 3)];

  it("has the urgent ones of whoever goes first before those of the other, and says so", () => {
    expect(queued(requests, inOrder({ b: ["a"] })).map(({ id, why }) => [id, ...why])).toEqual([
      ["c 2", "urgent_first", "due_first"],
      ["b 3", "agreed_first"],
      ["a 1", "agreed_later"],
    ]);
  });

  it("leaves what is not urgent where it is", () => {
    const calm = requests.map((request) => ({ ...request, priority: "high" as const }));
    expect(inQueueOrder(calm, inOrder({ b: ["a"] })).map(({ id }) => id)).toEqual(["a 1", "c 2", "b 3"]);
  });

  it("counts those that go before by agreement", () => {
    expect(placesIn(requests, inOrder({ b: ["a"] })).get("a 1")).toEqual({
      urgent: 0,
      agreed: 2,
      due: 0,
      sent: 0,
    });
  });

  it("never lets a third executive wait for a request that stood behind theirs", () => {
    const anyQueue = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat({ max: 9 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyQueue, (queue) => {
        const all = queue.map(([executiveId, day], i) => urgent(executiveId, day, String(i)));
        const [usual, agreed] = [inQueueOrder(all), inQueueOrder(all, inOrder({ b: ["a"] }))];
        for (const third of all.filter(({ executiveId }) => executiveId === "c")) {
          const stood = usual.slice(0, usual.indexOf(third));
          expect(stood).toEqual(expect.arrayContaining(agreed.slice(0, agreed.indexOf(third))));
        }
      }),
    );
  });
});
