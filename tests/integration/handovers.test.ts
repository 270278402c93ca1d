import { beforeEach, describe, expect, it } from "vitest";
import { addProfileSection } from "@/lib/executives/service-profile";
import { addDateToKnow, addRoutine } from "@/lib/executives/service-routines";
import { addItem, editItem, moveItem, removeItem } from "@/lib/handovers/content/service";
import { listOwnCovers, listOwnHandovers, listPoolHandovers, requireHandover } from "@/lib/handovers/queries";
import { ListHandoversInput } from "@/lib/handovers/schema";
import { acknowledgeHandover, closeHandover, handBack, markReady } from "@/lib/handovers/service";
import { openHandovers } from "@/lib/handovers/service-open";
import { answerQuestion, askQuestion } from "@/lib/handovers/service-questions";
import { day } from "@/lib/time/day";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asExecutiveOf, asManagerOf, asSystem } from "../support/contexts";
import { asOwner, testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { makeRecurring, makeSection } from "../support/factories/executives";
import { createHandoverOffice, type HandoverOffice } from "../support/offices/handovers";
import { auditOf, noticesOf } from "../support/records";

const WEEK_BEFORE = new Date("2026-08-10T07:00:00Z");
const MONDAY = new Date("2026-08-17T05:50:00Z");
const FRIDAY = new Date("2026-08-21T14:00:00Z");

let office: HandoverOffice;
const id = () => office.ids.handoverId;
const asRead = () => current("handovers", id());
const owner = (now = WEEK_BEFORE) => asAssistantOf(office.assistant.userId, now);
const cover = (now = WEEK_BEFORE) => asAssistantOf(office.colleague.userId, now);
const manager = (now = WEEK_BEFORE) => asManagerOf(office.manager.userId, now);
beforeEach(async () => {
  office = await createHandoverOffice();
});

async function bringToActive() {
  await markReady(await owner(), await asRead());
  await acknowledgeHandover(await cover(), await asRead());
  await openHandovers(asSystem(MONDAY));
}

describe("a handover writes itself", () => {
  it("as a draft for a cover within two weeks, once however often it is asked for", async () => {
    expect(await openHandovers(asSystem(WEEK_BEFORE))).toEqual({ changed: 0 });
    const [row, ...more] = await testDb().handover.findMany();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      status: "draft",
      wroteItself: false,
      ownerId: office.ids.assistantId,
      coverAssistantId: office.ids.colleagueId,
    });
    expect(await noticesOf(office.assistant.userId)).toEqual(["handover_drafted"]);
    expect(await testDb().accessChecklistItem.count()).toBe(4);
    expect(await auditOf(id())).toEqual(["handover.opened"]);
  });

  it("not for a cover further ahead, nor for one that is only proposed", async () => {
    const { executiveId, colleagueId } = office.ids;
    await createCover(testDb(), {
      executiveId,
      assistantId: colleagueId,
      startOn: new Date("2026-09-07"),
      endOn: new Date("2026-09-11"),
    });
    await createCover(testDb(), {
      executiveId,
      assistantId: colleagueId,
      startOn: new Date("2026-08-12"),
      endOn: new Date("2026-08-12"),
      status: "proposed",
    });
    expect(await openHandovers(asSystem(WEEK_BEFORE))).toEqual({ changed: 0 });
    await openHandovers(asSystem(new Date("2026-08-24T07:00:00Z")));
    expect(
      (await testDb().handover.findMany({ orderBy: { fromOn: "asc" } })).map((row) => row.status),
    ).toEqual(["closed", "draft"]);
  });

  it("from open requests, routines and dates, and follows them until somebody edits", async () => {
    const { executiveId, assistantId } = office.ids;
    const request = await testDb().supportRequest.create({
      data: {
        executiveId,
        assigneeId: assistantId,
        heldBecause: "own",
        summary: "Book Malmö",
        status: "assigned",
        createdById: office.executive.userId,
      },
    });
    await addRoutine(await owner(), makeRecurring(executiveId));
    await addRoutine(await owner(), makeRecurring(executiveId, { weekdays: [6] }));
    await addDateToKnow(await owner(), { executiveId, on: day("2026-08-19"), text: "Board dinner" });
    const { items } = await requireHandover(await owner(), id());
    expect(items.map((item) => item.text).sort()).toEqual(["Board dinner", "Book Malmö", "Print the agenda"]);
    const agenda = items.find((item) => item.kind === "recurring");
    await editItem(await owner(), { id: agenda?.id ?? "", text: "Print it twice" });
    await testDb().recurringDuty.updateMany({ data: { text: "Something else" } });
    await testDb().supportRequest.update({ where: { id: request.id }, data: { summary: "Book Lund" } });
    const texts = async () => (await requireHandover(await cover(), id())).items.map((item) => item.text);
    expect((await texts()).sort()).toEqual(["Board dinner", "Book Lund", "Print it twice"]);
    for (const status of ["in_progress", "resolved"] as const)
      await testDb().supportRequest.update({
        where: { id: request.id },
        data: { status, resolvedAt: status === "resolved" ? MONDAY : null },
      });
    expect((await texts()).sort()).toEqual(["Board dinner", "Print it twice"]);
    const dinner = items.find((item) => item.kind === "date");
    await removeItem(await owner(), { id: dinner?.id ?? "" });
    expect(await texts()).toEqual(["Print it twice"]);
  });

  it("straight to the cover when the assistant is away already, and never says why", async () => {
    const { executiveId, colleagueId, assistantId } = office.ids;
    await testDb().absence.create({
      data: {
        id: "019ab3a0-0000-7000-8000-0000000000aa",
        assistantId,
        leaveTypeId: "sick",
        note: "broken leg",
        startOn: new Date("2026-08-31"),
        endOn: new Date("2026-09-02"),
        status: "approved",
      },
    });
    await createCover(testDb(), {
      executiveId,
      assistantId: colleagueId,
      absenceId: "019ab3a0-0000-7000-8000-0000000000aa",
      startOn: new Date("2026-08-31"),
      endOn: new Date("2026-09-02"),
    });
    const morning = new Date("2026-08-31T05:50:00Z");
    await openHandovers(asSystem(morning));
    const { taking } = await listOwnHandovers(await cover(morning));
    const mine = taking.find((one) => one.from === "2026-08-31");
    expect(mine).toMatchObject({ status: "ready", isAutomatic: true });
    const view = await requireHandover(await cover(morning), mine?.id ?? "");
    expect(JSON.stringify(view)).not.toMatch(/sick|broken|vacation/i);
    expect(await noticesOf(office.colleague.userId)).toContain("handover_ready");
  });

  it("goes to the cover as it is when nobody completed it by the first day", async () => {
    await openHandovers(asSystem(MONDAY));
    expect(await testDb().handover.findUniqueOrThrow({ where: { id: id() } })).toMatchObject({
      status: "ready",
      wroteItself: true,
    });
  });
});

describe("the way of a handover", () => {
  it("goes from draft to closed, each told and audited", async () => {
    expect(await markReady(await owner(), { id: id(), version: 1 })).toMatchObject({ ok: true });
    expect(await markReady(await owner(), await asRead())).toMatchObject({ reason: "not_possible_now" });
    expect(await acknowledgeHandover(await cover(), { id: id(), version: 1 })).toMatchObject({
      reason: "changed_since_read",
    });
    expect(await acknowledgeHandover(await cover(), await asRead())).toMatchObject({
      value: { status: "acknowledged" },
    });
    expect(await handBack(await cover(), { ...(await asRead()), note: "" })).toMatchObject({
      reason: "not_possible_now",
    });
    expect(await openHandovers(asSystem(MONDAY))).toMatchObject({ changed: 1 });
    expect(
      await handBack(await cover(FRIDAY), { ...(await asRead()), note: "Malmö moved to May." }),
    ).toMatchObject({
      value: { status: "handed_back" },
    });
    const back = new Date("2026-08-24T06:00:00Z");
    const seen = await requireHandover(await owner(back), id());
    expect(seen.items).toMatchObject([
      { kind: "changed", text: "Malmö moved to May.", byName: "Person colleague" },
    ]);
    expect(seen.can).toContain("close");
    expect(await closeHandover(await owner(back), await asRead())).toMatchObject({
      value: { status: "closed" },
    });
    await expect(requireHandover(await cover(back), id())).rejects.toThrow("not found");
    expect(await auditOf(id())).toEqual([
      "handover.opened",
      "handover.ready",
      "handover.acknowledged",
      "handover.started",
      "handover.handed_back",
      "handover.closed",
    ]);
    expect(await noticesOf(office.assistant.userId)).toEqual([
      "handover_drafted",
      "handover_acknowledged",
      "handover_handed_back",
    ]);
  });

  it("begins at once when it is read after the first day has begun", async () => {
    await openHandovers(asSystem(MONDAY));
    expect(await acknowledgeHandover(await cover(MONDAY), await asRead())).toMatchObject({
      value: { status: "active" },
    });
  });

  it("is acknowledged once, however many taps arrive at the same time", async () => {
    await markReady(await owner(), await asRead());
    const read = await asRead();
    const answers = await Promise.all([1, 2, 3].map(async () => acknowledgeHandover(await cover(), read)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("is each person's own part only", async () => {
    await expect(markReady(await cover(), await asRead())).rejects.toThrow("not found");
    await expect(acknowledgeHandover(await owner(), await asRead())).rejects.toThrow("not found");
    await expect(requireHandover(await asManagerOf(office.otherManager.userId), id())).rejects.toThrow(
      "not found",
    );
    await expect(requireHandover(await asExecutiveOf(office.executive.userId), id())).rejects.toThrow(
      "not found",
    );
    expect(await markReady(await manager(), await asRead())).toMatchObject({ ok: true });
  });

  it("says on return what changed: requests, profile and the cover's notes", async () => {
    await bringToActive();
    const { executiveId } = office.ids;
    const createdById = office.executive.userId;
    const on = new Date("2026-08-18T09:00:00Z");
    const request = { executiveId, createdById, createdAt: on, updatedAt: on };
    await testDb().supportRequest.createMany({
      data: [
        { ...request, summary: "Was done", status: "closed", resolvedAt: on },
        { ...request, summary: "Is new", status: "new" },
        { ...request, summary: "Of before", status: "new", createdAt: WEEK_BEFORE, updatedAt: WEEK_BEFORE },
      ],
    });
    await addProfileSection(await asExecutiveOf(createdById, on), makeSection(executiveId));
    expect(
      await addItem(await cover(on), { id: id(), kind: "happened", text: "The CEO called." }),
    ).toMatchObject({
      ok: true,
    });
    const { changes, items } = await requireHandover(await owner(FRIDAY), id());
    expect(changes).toMatchObject({
      requestsClosed: [{ summary: "Was done" }],
      requestsNew: [{ summary: "Is new" }],
      profileSections: [{ category: "calendar" }],
    });
    expect(items.filter((item) => item.kind === "happened")).toMatchObject([{ text: "The CEO called." }]);
  });
});

describe("the items of a handover", () => {
  it("are the assistant's to add, order and take away, and the cover's to report", async () => {
    const made = await addItem(await owner(), { id: id(), kind: "watch", text: "First" });
    await addItem(await owner(), { id: id(), kind: "watch", text: "Second" });
    const first = made.ok ? made.value.id : "";
    await moveItem(await owner(), { id: first, direction: "down" });
    const order = async () => (await requireHandover(await owner(), id())).items.map((item) => item.text);
    expect(await order()).toEqual(["Second", "First"]);
    await moveItem(await owner(), { id: first, direction: "down" });
    expect(await order()).toEqual(["Second", "First"]);
    await removeItem(await owner(), { id: first });
    expect(await order()).toEqual(["Second"]);
    await expect(removeItem(await owner(), { id: first })).rejects.toThrow("not found");
    await expect(addItem(await cover(), { id: id(), kind: "watch", text: "x" })).rejects.toThrow("not found");
    expect(await addItem(await cover(), { id: id(), kind: "happened", text: "x" })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("that come after it was read are marked as new", async () => {
    await markReady(await owner(), await asRead());
    await acknowledgeHandover(await cover(), await asRead());
    await addItem(await owner(new Date("2026-08-11T07:00:00Z")), {
      id: id(),
      kind: "watch",
      text: "Late news",
    });
    expect((await requireHandover(await cover(), id())).items).toMatchObject([{ isNew: true }]);
  });
});

describe("questions", () => {
  it("stay open to the cover, the assistant and the manager until they are answered", async () => {
    const asked = await askQuestion(await cover(), { id: id(), text: "Who is Bo?" });
    const question = asked.ok ? asked.value.id : "";
    for (const ctx of [await cover(), await owner(), await manager()])
      expect((await requireHandover(ctx, id())).questions).toMatchObject([
        { text: "Who is Bo?", answer: null },
      ]);
    const listed = await listPoolHandovers(
      await manager(),
      ListHandoversInput.parse({ concern: "questions" }),
    );
    expect(listed).toMatchObject({ items: [{ openQuestions: 1 }], counts: { questions: 1 } });
    await expect(answerQuestion(await cover(), { id: question, answer: "Me" })).rejects.toThrow("not found");
    expect(await answerQuestion(await owner(), { id: question, answer: "The caretaker." })).toMatchObject({
      ok: true,
    });
    expect(await answerQuestion(await manager(), { id: question, answer: "No" })).toMatchObject({
      reason: "answered_already",
    });
    expect((await requireHandover(await cover(), id())).questions).toMatchObject([
      { answer: "The caretaker." },
    ]);
    expect(await noticesOf(office.colleague.userId)).toEqual(["handover_answered"]);
    expect(await noticesOf(office.manager.userId)).toEqual(["handover_question"]);
  });

  it("must be answered before a handover is closed", async () => {
    await bringToActive();
    await askQuestion(await cover(MONDAY), { id: id(), text: "Who is Bo?" });
    await handBack(await cover(FRIDAY), { ...(await asRead()), note: "" });
    expect(await closeHandover(await owner(FRIDAY), await asRead())).toMatchObject({
      reason: "questions_are_open",
    });
  });
});

describe("when the cover changes", () => {
  async function secondColleague() {
    const { id: userId } = await testDb().user.create({ data: { email: "b@office.example", name: "Bea" } });
    const { id: assistantId } = await testDb().assistant.create({
      data: { userId, poolId: office.ids.pool },
    });
    return { userId, assistantId };
  }

  it("before it began, the new one gets the same handover and must read it", async () => {
    await markReady(await owner(), await asRead());
    await acknowledgeHandover(await cover(), await asRead());
    const bea = await secondColleague();
    await testDb().coverageAssignment.update({
      where: { id: office.ids.coverId },
      data: { assistantId: bea.assistantId },
    });
    await openHandovers(asSystem(WEEK_BEFORE));
    const view = await requireHandover(await asAssistantOf(bea.userId, WEEK_BEFORE), id());
    expect(view).toMatchObject({ status: "ready", coverName: "Bea" });
    expect(view.steps.map((step) => step.coverName)).toContain("Person colleague");
    await expect(requireHandover(await cover(), id())).rejects.toThrow("not found");
  });

  it("on the way, the new one gets its history and the open questions", async () => {
    await addItem(await owner(), { id: id(), kind: "watch", text: "Watch the budget" });
    await bringToActive();
    await askQuestion(await cover(MONDAY), { id: id(), text: "Who is Bo?" });
    await addItem(await cover(MONDAY), { id: id(), kind: "happened", text: "Fire drill" });
    const bea = await secondColleague();
    const { executiveId, coverId, absenceId } = office.ids;
    await testDb().coverageAssignment.update({
      where: { id: coverId },
      data: { endOn: new Date("2026-08-18") },
    });
    await createCover(testDb(), {
      executiveId,
      assistantId: bea.assistantId,
      startOn: new Date("2026-08-19"),
      absenceId,
    });
    const tuesday = new Date("2026-08-18T12:00:00Z");
    await openHandovers(asSystem(tuesday));
    expect(await openHandovers(asSystem(tuesday))).toEqual({ changed: 0 });
    const ctx = await asAssistantOf(bea.userId, tuesday);
    const { taking } = await listOwnHandovers(ctx);
    const view = await requireHandover(ctx, taking[0]?.id ?? "");
    expect(view).toMatchObject({ status: "ready", from: "2026-08-19", questions: [{ text: "Who is Bo?" }] });
    expect(view.items.map((item) => item.text).sort()).toEqual(["Fire drill", "Watch the budget"]);
  });

  it("to nobody, it waits, and ends when its days are over", async () => {
    await testDb().coverageAssignment.update({
      where: { id: office.ids.coverId },
      data: { status: "released" },
    });
    await openHandovers(asSystem(WEEK_BEFORE));
    await expect(requireHandover(await cover(), id())).rejects.toThrow("not found");
    const status = async () => (await testDb().handover.findUniqueOrThrow({ where: { id: id() } })).status;
    expect(await status()).toBe("draft");
    await openHandovers(asSystem(new Date("2026-08-24T07:00:00Z")));
    expect(await status()).toBe("closed");
  });
});

it("shows an executive who covers and whether they have read, nothing else", async () => {
  await markReady(await owner(), await asRead());
  const covers = await listOwnCovers(await asExecutiveOf(office.executive.userId, WEEK_BEFORE));
  expect(covers).toEqual([
    {
      id: id(),
      coverName: "Person colleague",
      from: "2026-08-17",
      fromPart: "am",
      to: "2026-08-21",
      toPart: "pm",
      status: "ready",
      accessGiven: 0,
      accessNeeded: 4,
    },
  ]);
});

describe("the database itself", () => {
  const refused = (sql: string) =>
    asOwner((db) => db.query(sql)).then(
      () => "done",
      (e: Error) => e.message,
    );

  it("refuses leaps between states, readers nobody is, and ticks by nobody", async () => {
    expect(await refused(`UPDATE handovers SET status = 'active' WHERE id = '${id()}'`)).toMatch(
      /does not go/,
    );
    await refused(`UPDATE handovers SET status = 'ready' WHERE id = '${id()}'`);
    expect(await refused(`UPDATE handovers SET status = 'acknowledged' WHERE id = '${id()}'`)).toMatch(
      /handovers_read_by_cover/,
    );
    expect(await refused("UPDATE access_checklist_items SET granted_at = now()")).toMatch(/_ticks/);
    expect(await refused("UPDATE handovers SET to_on = from_on - 1")).toMatch(/handovers_span/);
    expect(await refused("UPDATE handovers SET cover_assistant_id = owner_id")).toMatch(/not_to_oneself/);
  });

  it("refuses two open handovers for one cover and executive, and to lose a person of one", async () => {
    const copy = `INSERT INTO handovers (id, executive_id, owner_id, cover_assistant_id, from_on, from_part, to_on, to_part)
      SELECT gen_random_uuid(), executive_id, owner_id, cover_assistant_id, to_on, 'am', to_on, 'pm' FROM handovers`;
    expect(await refused(copy)).toMatch(/handovers_one_a_stretch/);
    await refused("DELETE FROM coverage_assignments");
    await refused("DELETE FROM support_assignments");
    expect(await refused(`DELETE FROM assistants WHERE id = '${office.ids.colleagueId}'`)).toMatch(
      /handovers_cover_assistant_id/,
    );
  });
});
