import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { addDays, day, dayOfColumn } from "@/lib/time/day";
import { listArrangements, listOwnArrangements } from "@/lib/training/arrangements/queries";
import { AddArrangementInput } from "@/lib/training/arrangements/schema";
import { addArrangement, sayNeeds, settleArrangement } from "@/lib/training/arrangements/service";
import { remindOfArrangements } from "@/lib/training/arrangements/service-reminders";
import { MoveSessionInput, PlanSessionInput } from "@/lib/training/sessions/schema";
import { planSession } from "@/lib/training/sessions/service";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createTrainingOffice, MORNING, type TrainingOffice } from "../support/offices/training";
import { noticesOf } from "../support/records";
import { current } from "../support/versions";

let office: TrainingOffice;
let sessionId: string;

beforeEach(async () => {
  office = await createTrainingOffice();
  const dates = [{ ...MORNING, on: addDays(MORNING.on, 14) }];
  const plan = PlanSessionInput.parse({
    courseId: office.courseId,
    poolId: office.poolId,
    capacity: 4,
    dates,
  });
  const planned = await planSession(office.manager, plan);
  if (!planned.ok) throw new Error(planned.reason);
  sessionId = planned.value.id;
});

const asked = () => listArrangements(office.manager, sessionId);

describe("what a session needs", () => {
  it("is there from its plan, is given to somebody, settled, moved with the date and reminded of", async () => {
    expect((await asked()).map(({ kind, isOwn }) => [kind, isOwn])).toEqual([
      ["room", true],
      ["material", true],
      ["equipment", true],
      ["access", true],
    ]);
    const food = { sessionId, kind: "catering", ownerId: office.ids.cia, dueOn: "2026-09-01" };
    expect(await addArrangement(office.manager, AddArrangementInput.parse(food))).toMatchObject({ ok: true });
    expect(await noticesOf(office.userIds.cia)).toContain("arrangement_given");

    const cia = await office.assistant("cia");
    const [own] = await listOwnArrangements(cia);
    if (!own) throw new Error("nothing to see to");
    const { id, version } = own;
    await expect(
      settleArrangement(await office.assistant("ben"), { id, version, status: "done" }),
    ).rejects.toThrow(NotFoundError);
    expect(await settleArrangement(cia, { id, version, status: "done" })).toMatchObject({ ok: true });
    expect(await settleArrangement(cia, { id, version, status: "not_needed" })).toMatchObject({ ok: false });

    const to = [{ ...MORNING, on: addDays(MORNING.on, 21) }];
    const moved = { ...(await current("training_sessions", sessionId)), dates: to };
    await moveSession(office.manager, MoveSessionInput.parse(moved));
    expect((await asked()).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ["room", "2026-09-01"],
      ["catering", "2026-09-01"],
      ["material", "2026-09-08"],
      ["equipment", "2026-09-08"],
      ["access", "2026-09-08"],
    ]);
    const at = (text: string) => remindOfArrangements(asSystem(new Date(text)));
    expect(await at("2026-08-31T06:00:00Z")).toEqual({ owners: 0, managers: 0 });
    expect(await at("2026-09-01T06:00:00Z")).toEqual({ owners: 1, managers: 0 });
    // The food is done, so the room alone is due.
    expect(await at("2026-09-01T07:00:00Z")).toEqual({ owners: 0, managers: 0 });
    expect(await at("2026-09-03T06:00:00Z")).toEqual({ owners: 0, managers: 1 });
  });

  it("tells who sees to food what participants may not eat, and nobody else, until a month after", async () => {
    await office.enrol("ben", { sessionId });
    const { id: enrolmentId } = await office.enrolmentOf("ben");
    const ben = await office.assistant("ben");
    await sayNeeds(ben, { enrolmentId, words: "CANARY no nuts" });
    const cia = await office.assistant("cia");
    const given = { sessionId, kind: "catering", ownerId: office.ids.cia, dueOn: "2026-09-01" };
    await addArrangement(office.manager, AddArrangementInput.parse(given));
    const read = await asked();
    expect(JSON.stringify(await listOwnArrangements(cia))).toContain("CANARY");
    expect(JSON.stringify(await listOwnArrangements(ben))).not.toContain("CANARY");
    expect(JSON.stringify(read)).not.toContain("CANARY");
    const rows = await testDb().$queryRaw<{ text: string }[]>`
      SELECT a::text AS text FROM audit_events a UNION ALL SELECT n::text FROM notifications n`;
    expect(JSON.stringify(rows)).not.toContain("CANARY");
    const last = addDays(dayOfColumn(new Date("2026-09-15")), 31);
    await remindOfArrangements(asSystem(new Date(`${day(last)}T12:00:00Z`)));
    expect(await testDb().attendeeNeeds.count()).toBe(0);
  });
});
