import { beforeEach, describe, expect, it } from "vitest";
import { listAbsences } from "@/lib/absences/requests/queries";
import { ListAbsencesInput } from "@/lib/absences/requests/schema";
import { getWallchart } from "@/lib/absences/wallchart/queries";
import { WallchartInput } from "@/lib/absences/wallchart/schema";
import { isNamed } from "@/lib/accounts/queries-names";
import { listAssistants } from "@/lib/assistants/queries";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { StandInsInput } from "@/lib/coverage/candidates/schema-stand-ins";
import { listExecutiveIdsFound } from "@/lib/executives/queries";
import { pagePools } from "@/lib/pools/queries";
import { ListPoolsInput } from "@/lib/pools/schema";
import { listPoolRequests } from "@/lib/requests/queries";
import { ListRequestsInput } from "@/lib/requests/schema";
import { listSupportAssignments } from "@/lib/support/queries";
import { ListSupportAssignmentsInput } from "@/lib/support/schema";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createAbsence } from "../support/factories/absences";
import { createUser } from "../support/factories/accounts";
import { createRequest } from "../support/factories/requests";
import { createLeaveOffice } from "../support/offices/leave";

async function isFound(typed: string, text: string): Promise<boolean> {
  const [row] = await testDb().$queryRaw<{ found: boolean | null }[]>`
    SELECT standby_words(${text}) @@ standby_search(${typed}) AS found`;
  return row?.found ?? false;
}

describe("a search", () => {
  it.each([
    ["lukasz", "Łukasz Żak"],
    ["ŁUK zak", "Łukasz Żak"],
    ["renee", "Renée Dubois"],
    ["Renée", "Renee Dubois"],
    ["sian", "Siân Rhys"],
    ["ost", "Björn Öst"],
    ["weiss", "Anna Weiß"],
    ["weiß", "Anna Weiss"],
    ["aero", "Ærø Sørensen"],
    ["sorensen", "Ærø Sørensen"],
    ["thor", "Þór Guðmundsson"],
    ["gudm", "Þór Guðmundsson"],
    ["obrien", "Liam O'Brien"],
    ["O’Brien", "Liam O'Brien"],
    ["o'brien", "Liam O´Brien"],
    ["  annika   sand ", "Annika Sandström"],
    ["sandström, annika", "Annika Sandström"],
    ["sand ann", "Annika Sandström"],
    ["karin", "Anna-Karin Berg"],
    ["anna-karin", "Anna Karin Berg"],
    ["Andre\u0301", "André Lund"],
    ["istanbul", "İstanbul Işık"],
    ["isik", "İstanbul Işık"],
    ["100%", "Bonus 100% paid"],
    ["_x", "File _x moved"],
    ["a\\b", "Folder a\\b"],
    ["дмит", "Дмитрий Орлов"],
    ["林", "林 美玲"],
  ])("%j finds %j", async (typed, text) => {
    expect(await isFound(typed, text)).toBe(true);
  });

  it.each([
    ["%", "Annika Sandström"],
    ["_", "Annika Sandström"],
    ["a%", "Annika Sandström"],
    ["'", "Liam O'Brien"],
    ["-", "Anna-Karin Berg"],
    ["ström", "Annika Sandström"],
    ["annika berg", "Annika Sandström"],
    ["' | 'a", "Bo Berg"],
    ["a:* | b", "Bo Berg"],
    ["!x", "Bo Berg"],
    ["\\", "Bo Berg"],
  ])("%j doesn't find %j", async (typed, text) => {
    expect(await isFound(typed, text)).toBe(false);
  });

  it("is answered by an index for names", async () => {
    const plan = await testDb().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw`EXPLAIN SELECT u.id FROM users u WHERE ${isNamed("anna")}`;
    });
    expect(JSON.stringify(plan)).toContain("users_words_idx");
  });
});

describe("every list", () => {
  let office: Awaited<ReturnType<typeof createLeaveOffice>>;

  beforeEach(async () => {
    office = await createLeaveOffice();
    const { assistant, manager } = office;
    await testDb().user.update({ where: { id: assistant.userId }, data: { name: "Łukasz O'Brien" } });
    const executive = await testDb().executive.findUniqueOrThrow({ where: { id: office.ids.executiveId } });
    await testDb().user.update({ where: { id: executive.userId }, data: { name: "Siân Weiß" } });
    await testDb().pool.update({ where: { id: office.ids.pool }, data: { name: "Östra poolen" } });
    await createAbsence(testDb(), { assistantId: office.ids.assistantId });
    await createRequest(testDb(), {
      executiveId: office.ids.executiveId,
      createdById: manager.userId,
      summary: "Boka tåg till Malmö",
    });
  });

  it.each([
    ["lukasz obr", "SIAN", "ostra", "malmo boka"],
    ["  o'brien   łuk", "weiss siân", "pool öst", "TÅG"],
  ])("is searched in the same way: %j", async (assistant, executive, pool, request) => {
    const counts = await countsOf({ assistant, executive, pool, request });
    expect(counts).toEqual({
      assistants: 1,
      absences: 1,
      wallchart: 1,
      support: 1,
      standIns: 1,
      board: 1,
      pools: 1,
      requests: 1,
    });
  });

  it.each(["%", "_", "ukasz", "nobody"])("finds nothing for %j", async (q) => {
    const counts = await countsOf({ assistant: q, executive: q, pool: q, request: q });
    expect(Object.values(counts)).toEqual(Array(8).fill(0));
  });

  async function countsOf(q: Record<"assistant" | "executive" | "pool" | "request", string>) {
    const ctx = await asManagerOf(office.manager.userId);
    const { pool: poolId } = office.ids;
    const wallchart = await getWallchart(ctx, WallchartInput.parse({ q: q.assistant }));
    return {
      assistants: (await listAssistants(ctx, ListPeopleInput.parse({ q: q.assistant }))).items.length,
      absences: (await listAbsences(ctx, ListAbsencesInput.parse({ q: q.assistant }))).items.length,
      wallchart: wallchart.people.length,
      support: (await listSupportAssignments(ctx, ListSupportAssignmentsInput.parse({ q: q.executive })))
        .items.length,
      standIns: (await listStandIns(ctx, StandInsInput.parse({ poolId, q: q.executive }))).total,
      board: (await listExecutiveIdsFound(ctx, poolId, q.executive)).size,
      pools: (await pagePools(ctx, ListPoolsInput.parse({ q: q.pool }))).items.length,
      requests: (await listPoolRequests(ctx, ListRequestsInput.parse({ q: q.request, show: "all" }))).items
        .length,
    };
  }
});

describe("a name in the database", () => {
  it.each(["", " ", "\u200B", "Andre\u0301", "ltr\u202E live"])("is never %j", async (name) => {
    await expect(createUser(testDb(), { name })).rejects.toThrow(/users_name_visible/);
  });
});
