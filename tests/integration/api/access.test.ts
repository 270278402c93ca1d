import { beforeEach, describe, expect, it } from "vitest";
import type { Access } from "@/lib/api/base";
import { listOperations, type Operation } from "@/lib/api/operations";
import { callApi } from "../../support/api";
import { createOffice, type Office } from "../../support/api-office";

const ACTORS = ["anonymous", "assistant", "executive", "otherManager", "manager"] as const;
type Actor = (typeof ACTORS)[number];

/** What an actor's call, with the office's own ids and no body, is answered with: "in" is past every guard. */
type Verdict = 401 | 403 | 404 | "in";
type Row = readonly [assistant: Verdict, executive: Verdict, otherManager: Verdict, manager: Verdict];

const EVERYBODY: Row = ["in", "in", "in", "in"];
const MANAGERS: Row = [403, 403, "in", "in"];
const POOLS_MANAGER: Row = [403, 403, 404, "in"];

/** Each operation of the router; one that is not here fails the test below. */
const EXPECTED: Record<string, Row> = {
  "me.get": EVERYBODY,
  "me.week": ["in", 403, 403, 403],
  "me.support": [403, "in", 403, 403],
  "pools.list": MANAGERS,
  "pools.create": MANAGERS,
  "pools.get": POOLS_MANAGER,
  "pools.change": POOLS_MANAGER,
  "duties.list": EVERYBODY,
  "assistants.list": POOLS_MANAGER,
  "assistants.create": POOLS_MANAGER,
  "assistants.get": POOLS_MANAGER,
  "assistants.change": POOLS_MANAGER,
  "executives.list": POOLS_MANAGER,
  "executives.create": POOLS_MANAGER,
  "executives.get": POOLS_MANAGER,
  "executives.change": POOLS_MANAGER,
  "supportAssignments.list": POOLS_MANAGER,
  "supportAssignments.create": POOLS_MANAGER,
  "supportAssignments.get": POOLS_MANAGER,
  "supportAssignments.change": POOLS_MANAGER,
  "supportAssignments.remove": POOLS_MANAGER,
  "coverage.board": POOLS_MANAGER,
  "coverage.candidates": POOLS_MANAGER,
  "coverage.plans.create": POOLS_MANAGER,
  "coverage.plans.get": POOLS_MANAGER,
  "coverage.plans.problem": POOLS_MANAGER,
  "coverage.plans.accept": POOLS_MANAGER,
  "coverage.plans.discard": POOLS_MANAGER,
  "coverage.assignments.create": POOLS_MANAGER,
  "coverage.assignments.release": POOLS_MANAGER,
  "coverage.assignments.pin": POOLS_MANAGER,
  "coverage.changes.undo": POOLS_MANAGER,
};

const operations = listOperations();

/** A request each operation would act on, were it the manager's. */
function requestFor({ id, path, meta }: Operation, { ids }: Office): { path: string; body?: unknown } {
  const stretch = { from: "2026-08-17", fromPart: "am", to: "2026-08-18", toPart: "pm" };
  const people = { executiveId: ids.executiveId, assistantId: ids.colleagueId };
  const idOf: [string, string][] = [
    ["/pools/", ids.pool],
    ["/assistants/", ids.assistantId],
    ["/executives/", ids.executiveId],
    ["/support-assignments/", ids.supportId],
    ["/coverage/plans/", ids.planId],
    ["/coverage/assignments/", ids.coverId],
    ["/coverage/changes/", ids.changeId],
  ];
  const known = idOf.find(([start]) => path.startsWith(start))?.[1] ?? "";
  const query: Record<string, string> = {
    "assistants.list": `?poolId=${ids.pool}`,
    "executives.list": `?poolId=${ids.pool}`,
    "supportAssignments.list": `?poolId=${ids.pool}`,
    "coverage.board": `?poolId=${ids.pool}&from=2026-08-17&to=2026-08-21`,
    "coverage.candidates": `?${new URLSearchParams({ executiveId: ids.executiveId, ...stretch })}`,
  };
  const bodies: Record<string, unknown> = {
    "assistants.create": { ...meta.example, poolId: ids.pool },
    "executives.create": { ...meta.example, poolId: ids.pool },
    "supportAssignments.create": { ...people, role: "backup", from: "2026-08-17" },
    "coverage.plans.create": { poolId: ids.pool, from: "2026-08-17", to: "2026-08-18" },
    "coverage.assignments.create": { ...people, ...stretch },
  };
  return { path: path.replace("{id}", known) + (query[id] ?? ""), body: bodies[id] ?? meta.example };
}

describe("the access table", () => {
  it("has a row for every operation and no other", () => {
    expect(operations.map((operation) => operation.id).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("agrees with the role each operation declares", () => {
    const inside: Record<Access, Verdict[]> = {
      person: ["in", "in", "in", "in"],
      manager: [403, 403],
      assistant: ["in", 403],
      executive: [403, "in"],
    };
    for (const { id, meta } of operations) {
      expect(EXPECTED[id]?.slice(0, inside[meta.access].length), id).toEqual(inside[meta.access]);
    }
  });
});

describe.each(operations)("$method $path", (operation) => {
  let office: Office;

  beforeEach(async () => {
    office = await createOffice();
  });

  it.each(ACTORS)("answers %s as the table says", async (actor: Actor) => {
    const { path, body } = requestFor(operation, office);
    const token = actor === "anonymous" ? undefined : office[actor].token;
    const { status } = await callApi(operation.method, path, { token, body });
    const row = EXPECTED[operation.id];
    const expected = actor === "anonymous" ? 401 : row?.[ACTORS.indexOf(actor) - 1];
    if (expected === "in") expect([200, 201, 409, 422]).toContain(status);
    else expect(status).toBe(expected);
  });
});
