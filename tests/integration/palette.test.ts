import { beforeEach, describe, expect, it } from "vitest";
import {
  findForAdministrator,
  findForAssistant,
  findForExecutive,
  findForManager,
} from "@/lib/insight/search/queries";
import type { Found } from "@/lib/insight/search/schema";
import { asAdministratorOf, asAssistantOf, asExecutiveOf, asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser } from "../support/factories/accounts";
import { createAssistant } from "../support/factories/assistants";
import { createExecutive } from "../support/factories/executives";
import { createRequest } from "../support/factories/requests";
import { addPeople } from "../support/offices/growing";
import { createLeaveOffice } from "../support/offices/leave";
import { statementsOf } from "../support/statements";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let number = 0;

async function named(name: string, poolId = office.ids.pool) {
  const { id: userId } = await createUser(testDb(), { name, email: `p${++number}@elsewhere.example` });
  return { userId, poolId };
}

beforeEach(async () => {
  office = await createLeaveOffice();
  await createAssistant(testDb(), await named("Annika Åström"));
  await createExecutive(testDb(), { ...(await named("Fredrik Åkesson")), title: "Chief Commercial Officer" });
});

const names = (found: Found[]) => found.map(({ name }) => name);
const file = (executiveId: string, summary: string) =>
  createRequest(testDb(), { executiveId, createdById: office.manager.userId, summary });

describe("the palette of a manager", () => {
  const find = async (q: string) => findForManager(await asManagerOf(office.manager.userId), q);

  it.each([
    ["aström", "Annika Åström"],
    ["ÅSTRÖM ann", "Annika Åström"],
    ["astrom", "Annika Åström"],
    ["fredrik ak", "Fredrik Åkesson"],
    ["akesson fredrik", "Fredrik Åkesson"],
  ])("finds by %j %s", async (q, name) => {
    expect(names(await find(q))).toEqual([name]);
  });

  it("says of an executive the title, and of an assistant the pool", async () => {
    const pool = await testDb().pool.findUniqueOrThrow({ where: { id: office.ids.pool } });
    expect(await find("fredrik")).toMatchObject([{ kind: "executive", about: "Chief Commercial Officer" }]);
    expect(await find("annika")).toMatchObject([{ kind: "assistant", about: pool.name }]);
  });

  it("finds requests of the pools by their summary, and says which are done", async () => {
    await file(office.ids.executiveId, "Boka tåg till Malmö");
    const { id } = await file(office.ids.executiveId, "Boka flyg till Malmö");
    await testDb().supportRequest.update({ where: { id }, data: { status: "cancelled" } });
    const found = await find("malmo boka");
    expect(found.map((one) => one.kind === "request" && one.isDone).sort()).toEqual([false, true]);
  });

  it("finds nobody of another pool, and nobody who left", async () => {
    await createAssistant(testDb(), await named("Annika Other", office.ids.otherPool));
    await createAssistant(testDb(), { ...(await named("Annika Left")), leavesOn: new Date("2026-08-16") });
    expect(names(await find("annika"))).toEqual(["Annika Åström"]);
    const other = await createExecutive(testDb(), await named("Ann Other", office.ids.otherPool));
    await file(other.id, "Annual report");
    expect(names(await find("annual"))).toEqual([]);
  });

  it("finds eight people and six requests at most, with three statements in an office of any size", async () => {
    await addPeople(office.ids.pool, 30);
    for (let i = 0; i < 8; i++) await file(office.ids.executiveId, `Executive dinner ${i}`);
    const ctx = await asManagerOf(office.manager.userId);
    let found: Found[] = [];
    const statements = await statementsOf(async () => {
      found = await findForManager(ctx, "executive");
    });
    expect(found.filter(({ kind }) => kind !== "request")).toHaveLength(8);
    expect(found.filter(({ kind }) => kind === "request")).toHaveLength(6);
    expect(statements).toHaveLength(3);
  });
});

describe("the palette of an assistant", () => {
  const find = async (q: string, userId = office.assistant.userId) =>
    findForAssistant(await asAssistantOf(userId), q);

  it("finds the executives one supports, and no other", async () => {
    const served = (await testDb().executive.findUniqueOrThrow({ where: { id: office.ids.executiveId } }))
      .userId;
    await testDb().user.update({ where: { id: served }, data: { name: "Siân Weiß" } });
    expect(await find("weiss")).toMatchObject([{ id: office.ids.executiveId, kind: "executive" }]);
    expect(await find("weiss", office.colleague.userId)).toEqual([]);
    expect(await find("fredrik")).toEqual([]);
    expect(await find("annika")).toEqual([]);
  });

  it("finds requests of the executives one serves, and none of others", async () => {
    await file(office.ids.executiveId, "Flowers for Friday");
    const fredrik = await testDb().executive.findFirstOrThrow({
      where: { user: { name: "Fredrik Åkesson" } },
    });
    await file(fredrik.id, "Flowers for the board");
    expect(names(await find("flowers"))).toEqual(["Flowers for Friday"]);
    expect(await find("flowers", office.colleague.userId)).toEqual([]);
  });
});

describe("the palette of an executive", () => {
  it("finds their own requests only", async () => {
    await file(office.ids.executiveId, "Flowers for Friday");
    const fredrik = await testDb().executive.findFirstOrThrow({
      where: { user: { name: "Fredrik Åkesson" } },
    });
    await file(fredrik.id, "Flowers for the board");
    const ctx = await asExecutiveOf(office.executive.userId);
    expect(names(await findForExecutive(ctx, "flowers"))).toEqual(["Flowers for Friday"]);
    expect(await findForExecutive(ctx, "annika")).toEqual([]);
  });
});

describe("the palette of an administrator", () => {
  it("finds accounts of every pool", async () => {
    await createAssistant(testDb(), await named("Annika Other", office.ids.otherPool));
    await testDb().user.update({ where: { id: office.manager.userId }, data: { isAdministrator: true } });
    const ctx = await asAdministratorOf(office.manager.userId);
    expect(names(await findForAdministrator(ctx, "annika"))).toEqual(["Annika Other", "Annika Åström"]);
  });
});
