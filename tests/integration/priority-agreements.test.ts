import { beforeEach, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listPriorityAgreements, listSharingExecutives } from "@/lib/requests/agreements/queries";
import type { AgreementRule } from "@/lib/requests/agreements/rules";
import { setPriorityAgreement } from "@/lib/requests/agreements/service";
import { listQueue } from "@/lib/requests/queue/queries";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createUser } from "@/tests/support/factories/accounts";
import { createExecutive } from "@/tests/support/factories/executives";
import { createSupport } from "@/tests/support/factories/support";
import { createLeaveOffice } from "@/tests/support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let bo: { userId: string; id: string };
let cia: { userId: string; id: string };

beforeEach(async () => {
  office = await createLeaveOffice();
  bo = await addExecutive("Bo");
  cia = await addExecutive("Cia");
});

async function addExecutive(name: string) {
  const { id: userId } = await createUser(testDb(), { name, email: `${name.toLowerCase()}@office.example` });
  const { id } = await createExecutive(testDb(), { userId, poolId: office.ids.pool });
  await createSupport(testDb(), { executiveId: id, assistantId: office.ids.assistantId });
  return { userId, id };
}

const own = () => ({ userId: office.executive.userId, id: office.ids.executiveId });
type Who = { userId: string; id: string };

async function agree(who: Who, other: Who, rule: AgreementRule | null) {
  const input = { executiveId: who.id, otherId: other.id, rule, word: "" };
  return setPriorityAgreement(await asExecutiveOf(who.userId), input);
}

async function decide(
  one: Who,
  other: Who,
  rule: AgreementRule,
  word: string,
  managerId = office.manager.userId,
) {
  const input = { executiveId: one.id, otherId: other.id, rule, word };
  return setPriorityAgreement(await asManagerOf(managerId), input);
}

async function queueOf(): Promise<string[]> {
  return (await listQueue(await asAssistantOf(office.assistant.userId))).map(
    ({ summary, why }) => `${summary}: ${why.join(" ")}`,
  );
}

async function file(who: Who, summary: string, dueOn: string) {
  const input = FileSupportRequestInput.parse({ summary, dueOn, priority: "urgent" });
  await fileSupportRequest(await asExecutiveOf(who.userId), input);
}

it("counts once both have agreed, and ends when one of them ends it", async () => {
  await file(own(), "Flight", "2026-08-18");
  await file(bo, "Slides", "2026-08-19");
  expect((await agree(bo, own(), "first")).ok).toBe(true);
  expect(await queueOf()).toEqual(["Flight: urgent_first due_first", "Slides: due_later"]);
  expect((await agree(own(), bo, "second")).ok).toBe(true);
  expect(await queueOf()).toEqual(["Slides: agreed_first", "Flight: agreed_later"]);
  const seen = await listSharingExecutives(await asExecutiveOf(bo.userId));
  expect(seen.find(({ id }) => id === own().id)?.agreement).toMatchObject({ rule: "first", isInForce: true });
  await agree(own(), bo, null);
  expect(await listPriorityAgreements(await asManagerOf(office.manager.userId))).toEqual([]);
  const told = await testDb().notification.findMany({
    where: { kind: "priority_agreement" },
    orderBy: { id: "asc" },
  });
  expect(told.map(({ userId, params }) => [userId === bo.userId, (params as { step: string }).step])).toEqual(
    [
      [false, "proposed"],
      [true, "agreed"],
      [true, "ended"],
    ],
  );
});

it("tells whose urgent request a third one goes before, and why", async () => {
  await agree(bo, own(), "first");
  await agree(own(), bo, "second");
  await file(own(), "Flight", "2026-08-18");
  await file(cia, "Visa", "2026-08-20");
  expect(await testDb().notification.count({ where: { kind: "request_place" } })).toBe(0);
  await file(bo, "Slides", "2026-08-19");
  const told = await testDb().notification.findMany({
    where: { kind: "request_place" },
    orderBy: { id: "asc" },
  });
  expect(told.map(({ userId, params }) => [userId, params])).toMatchObject([
    [own().userId, { summary: "Flight", why: "agreed", before: 1, count: 3 }],
    [cia.userId, { summary: "Visa", why: "due", before: 2, count: 3 }],
  ]);
});

it("is decided by a manager of both with a reason, which neither can change alone", async () => {
  expect(await decide(own(), bo, "first", "")).toMatchObject({ reason: "reason_missing" });
  expect((await decide(own(), bo, "first", "The audit comes first")).ok).toBe(true);
  expect(await agree(bo, own(), "first")).toMatchObject({ reason: "agreement_decided" });
  await expect(decide(own(), bo, "first", "No", office.otherManager.userId)).rejects.toThrow(NotFoundError);
});

it("never goes in a circle, and is for executives who share somebody", async () => {
  await decide(own(), bo, "first", "Audit");
  await decide(bo, cia, "first", "Audit");
  expect(await agree(cia, own(), "first")).toMatchObject({ reason: "agreement_circle" });
  expect(await decide(own(), own(), "first", "Audit")).toMatchObject({ reason: "agreement_same" });
  await testDb().supportAssignment.deleteMany({ where: { executiveId: cia.id } });
  await expect(agree(cia, own(), "due_first")).rejects.toThrow(NotFoundError);
});
