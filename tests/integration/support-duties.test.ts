import { beforeEach, describe, expect, it } from "vitest";
import { isRefusedBy } from "@/lib/errors";
import { listSupportAssignments, requireSupportAssignment } from "@/lib/support/queries";
import { ChangeSupportDutiesInput } from "@/lib/support/schema";
import {
  changeSupportAssignment,
  createSupportAssignment,
  endSupportAssignment,
  removeSupportAssignment,
} from "@/lib/support/service";
import { changeSupportDuties } from "@/lib/support/service-duties";
import { type Day, day, dayToDate } from "@/lib/time/day";
import { asManagerOf } from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";
import { askForSupport, makeSupport, makeSupportChange } from "../support/factories/support";
import { createOffice, type Office } from "../support/offices/two-pools";
import { auditOf } from "../support/records";

let office: Office;
/** The assistant who is the primary of all duties since January. */
let primary: string;
let colleague: string;
let executiveId: string;

beforeEach(async () => {
  office = await createOffice();
  ({ assistantId: primary, colleagueId: colleague, executiveId } = office.ids);
  await testDb().duty.createMany({
    data: ["calendar", "meetings", "travel"].map((id) => ({ id, nameEn: id, nameSv: id })),
    skipDuplicates: true,
  });
});

const manager = () => asManagerOf(office.manager.userId);

async function create(assistantId: string, overrides: Record<string, unknown>) {
  return createSupportAssignment(await manager(), makeSupport({ executiveId, assistantId }, overrides));
}

async function changeDuties(input: Record<string, unknown>) {
  const whole = { id: office.ids.supportId, version: 1, from: "2026-08-17", ...input };
  return changeSupportDuties(await manager(), ChangeSupportDutiesInput.parse(whole));
}

/** Narrows the primary to the calendar in place, as if it had always been so. */
async function narrow(dutyIds = ["calendar"]): Promise<void> {
  expect((await changeDuties({ dutyIds, from: "2026-01-01" })).ok).toBe(true);
}

type Row = { assistantId?: string; role?: "primary" | "shared" | "backup"; dutyIds?: string[]; from?: Day };

/** A row as it would be written past every check of the verbs. */
function write(
  { from = day("2026-09-01"), ...row }: Row,
  db: Pick<ReturnType<typeof testDb>, "supportAssignment"> = testDb(),
) {
  return db.supportAssignment.create({
    data: { executiveId, assistantId: colleague, role: "primary", fromOn: dayToDate(from), ...row },
  });
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  const constraints = ["one_primary", "named_once", "duties_known", "duties"];
  return constraints.find((name) => error && isRefusedBy(error, `support_assignments_${name}`)) ?? "none";
}

/** Something to wait for, and to give. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

describe("primaries by duty, in the database", () => {
  it("keeps another primary away from a primary of all duties, and one of all from a primary of some", async () => {
    expect(await refusalOf(write({}))).toBe("one_primary");
    expect(await refusalOf(write({ dutyIds: ["travel"] }))).toBe("one_primary");
    await narrow();
    expect(await refusalOf(write({}))).toBe("one_primary");
  });

  it("keeps two primaries apart by a duty they share, and takes those of different duties", async () => {
    await narrow(["calendar", "meetings"]);
    expect(await refusalOf(write({ dutyIds: ["meetings", "travel"] }))).toBe("one_primary");
    const { id } = await write({ dutyIds: ["travel"] });
    const widened = { where: { id }, data: { dutyIds: ["calendar", "travel"] } };
    expect(await refusalOf(testDb().supportAssignment.update(widened))).toBe("one_primary");
    const earlier = { where: { id: office.ids.supportId }, data: { dutyIds: [] } };
    expect(await refusalOf(testDb().supportAssignment.update(earlier))).toBe("one_primary");
  });

  it("takes an overlap of duties when the days do not overlap, to the day", async () => {
    await testDb().supportAssignment.update({
      where: { id: office.ids.supportId },
      data: { toOn: new Date("2026-08-31") },
    });
    expect(await refusalOf(write({ dutyIds: ["travel"], from: day("2026-08-31") }))).toBe("one_primary");
    expect(await refusalOf(write({ dutyIds: ["travel"] }))).toBe("none");
  });

  it("names a person for a duty once at a time, whatever the role", async () => {
    await narrow();
    expect(await refusalOf(write({ assistantId: primary, role: "backup", dutyIds: ["calendar"] }))).toBe(
      "named_once",
    );
    expect(await refusalOf(write({ assistantId: primary, role: "shared" }))).toBe("named_once");
    expect(await refusalOf(write({ assistantId: primary, role: "backup", dutyIds: ["travel"] }))).toBe(
      "none",
    );
  });

  it("knows duties of the catalogue only, each named once, and keeps them there", async () => {
    await narrow();
    expect(await refusalOf(write({ role: "backup", dutyIds: ["juggling"] }))).toBe("duties_known");
    expect(await refusalOf(write({ role: "backup", dutyIds: ["travel", "travel"] }))).toBe("duties_known");
    expect(await refusalOf(testDb().duty.delete({ where: { id: "calendar" } }))).toBe("duties_known");
    await asOwner(async (owner) => {
      const nulled = "UPDATE support_assignments SET duty_ids = NULL";
      await expect(owner.query(nulled)).rejects.toMatchObject({ code: "23514" });
    });
  });

  it.each([
    ["all duties", "some of them", [], ["travel"]],
    ["some duties", "all of them", ["travel"], []],
    ["some duties", "one of the same", ["meetings", "travel"], ["travel"]],
    ["all duties", "all duties", [], []],
  ])("lets one of two managers win who name primaries at once: %s, %s", async (_, __, first, second) => {
    await testDb().supportAssignment.deleteMany();
    const [held, written] = [signal(), signal()];
    const writing = testDb().$transaction(async (tx) => {
      await write({ dutyIds: first }, tx);
      written.give();
      await held.given;
    });
    // Begun at the same moment, either could be first to write.
    await written.given;
    const other = refusalOf(write({ assistantId: primary, dutyIds: second }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    held.give();
    await writing;
    expect(await other).toBe("one_primary");
    expect(await testDb().supportAssignment.count()).toBe(1);
  });
});

describe("naming support for some duties", () => {
  it("notes the duties, each once and in order", async () => {
    await narrow();
    const answer = await create(colleague, { role: "primary", dutyIds: ["travel", "meetings", "travel"] });
    if (!answer.ok) throw new Error(answer.reason);
    const view = await requireSupportAssignment(await manager(), answer.value.id);
    expect(view).toMatchObject({ role: "primary", dutyIds: ["meetings", "travel"] });
  });

  it("refuses a second primary of a duty, and names the first and the duty", async () => {
    await narrow(["calendar", "meetings"]);
    expect(await create(colleague, { role: "primary", dutyIds: ["meetings", "travel"] })).toMatchObject({
      reason: "primary_overlaps",
      details: { assistant: "Person assistant", dutyIds: ["meetings"], from: "2026-01-01", to: null },
    });
    expect(await create(colleague, { role: "primary" })).toMatchObject({
      reason: "primary_overlaps",
      details: { dutyIds: ["calendar", "meetings"] },
    });
  });

  it("takes a backup and a sharer of duties beside the primary, and the primary as backup of others", async () => {
    await narrow();
    expect((await create(colleague, { dutyIds: ["calendar"] })).ok).toBe(true);
    expect((await create(colleague, { role: "shared", dutyIds: ["travel"] })).ok).toBe(true);
    expect((await create(primary, { dutyIds: ["travel"] })).ok).toBe(true);
    expect(await create(primary, { role: "shared", dutyIds: ["travel"] })).toMatchObject({
      reason: "named_twice",
      details: { dutyIds: ["travel"], role: "backup" },
    });
  });

  it("refuses a duty that is not in the catalogue", async () => {
    expect(await create(colleague, { dutyIds: ["juggling"] })).toMatchObject({
      reason: "unknown_duty",
      path: "dutyIds",
      details: { duty: "juggling" },
    });
  });

  it("answers the quicker manager's support to the slower one", async () => {
    await testDb().supportAssignment.deleteMany();
    const answers = await Promise.all([
      create(primary, { role: "primary", dutyIds: ["calendar", "travel"] }),
      create(colleague, { role: "primary", dutyIds: ["travel"] }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      reason: "primary_overlaps",
      details: { dutyIds: ["travel"] },
    });
  });
});

describe("changing the duties of support", () => {
  it("ends it the day before and begins another, so that history stays", async () => {
    const answer = await changeDuties({ dutyIds: ["calendar"] });
    if (!answer.ok) throw new Error(answer.reason);
    const { items } = await listSupportAssignments(await manager(), askForSupport({ executiveId }));
    expect(items).toMatchObject([
      { id: answer.value.id, role: "primary", dutyIds: ["calendar"], from: "2026-08-17", to: null },
      { id: office.ids.supportId, role: "primary", dutyIds: [], from: "2026-01-01", to: "2026-08-16" },
    ]);
    expect(await auditOf(office.ids.supportId)).toEqual(["support.duties_changed"]);
    expect(await auditOf(answer.value.id)).toEqual(["support.created"]);
  });

  it("changes support that has not begun by then", async () => {
    const created = await create(colleague, { dutyIds: ["travel"], from: "2026-10-01" });
    if (!created.ok) throw new Error(created.reason);
    const { id } = created.value;
    expect(await changeDuties({ id, dutyIds: ["meetings"], from: "2026-09-01" })).toMatchObject({
      value: { id },
    });
    const view = await requireSupportAssignment(await manager(), id);
    expect(view).toMatchObject({ dutyIds: ["meetings"], from: "2026-10-01", version: 2 });
  });

  it("makes room for a second primary from that day, and for none before", async () => {
    expect((await changeDuties({ dutyIds: ["calendar"] })).ok).toBe(true);
    const travel = { role: "primary", dutyIds: ["travel"] };
    expect(await create(colleague, { ...travel, from: "2026-08-16" })).toMatchObject({
      reason: "primary_overlaps",
    });
    expect((await create(colleague, { ...travel, from: "2026-08-17" })).ok).toBe(true);
  });

  it("refuses duties another primary has, a day after the last, a lost update and another's support", async () => {
    await narrow();
    await create(colleague, { role: "primary", dutyIds: ["travel"], from: "2026-09-01" });
    const now = { version: 2, dutyIds: [] };
    expect(await changeDuties(now)).toMatchObject({
      reason: "primary_overlaps",
      details: { assistant: "Person colleague", dutyIds: ["travel"] },
    });
    expect(await changeDuties({ dutyIds: ["meetings"] })).toMatchObject({ reason: "changed_since_read" });
    const { supportId: id } = office.ids;
    await endSupportAssignment(await manager(), { id, version: 2, to: day("2026-08-31") });
    const late = { version: 3, dutyIds: ["meetings"], from: "2026-09-01" };
    expect(await changeDuties(late)).toMatchObject({ reason: "ends_before_start" });
    const stranger = await asManagerOf(office.otherManager.userId);
    const input = ChangeSupportDutiesInput.parse({ ...late, id });
    await expect(changeSupportDuties(stranger, input)).rejects.toThrow("not found");
  });

  it("leaves them alone when role and dates change, and checks them", async () => {
    await narrow();
    await create(colleague, { role: "primary", dutyIds: ["travel"], from: "2026-09-01" });
    const { supportId: id } = office.ids;
    const later = makeSupportChange(id, { version: 2, from: "2026-02-01" });
    expect((await changeSupportAssignment(await manager(), later)).ok).toBe(true);
    const view = await requireSupportAssignment(await manager(), id);
    expect(view).toMatchObject({ dutyIds: ["calendar"], from: "2026-02-01" });
    expect((await removeSupportAssignment(await manager(), { id, version: 3 })).ok).toBe(true);
  });
});
