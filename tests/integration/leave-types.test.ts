import { beforeEach, describe, expect, it } from "vitest";
import { listLeaveTypes, requireLeaveType } from "@/lib/absences/settings/queries";
import { CreateLeaveTypeInput } from "@/lib/absences/settings/schema-leave";
import {
  changeLeaveType,
  createLeaveType,
  removeLeaveType,
} from "@/lib/absences/settings/service-leave-types";
import { NotFoundError, WrongRoleError } from "@/lib/errors";
import { asAssistantOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { ask, type CountingOffice, createCountingOffice, idOf } from "@/tests/support/offices/balances";

let office: CountingOffice;

beforeEach(async () => {
  office = await createCountingOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const assistant = () => asAssistantOf(office.assistant.userId);

describe("types of leave", () => {
  const sabbatical = CreateLeaveTypeInput.parse({ id: "sabbatical", nameEn: "Sabbatical", nameSv: "Friår" });

  async function ownerOfTypes() {
    await testDb().user.update({ where: { id: office.manager.userId }, data: { isAdministrator: true } });
    return manager();
  }

  it("are the whole office's: an administrator or a manager of all pools changes them", async () => {
    await expect(createLeaveType(await manager(), sabbatical)).rejects.toThrow(WrongRoleError);
    const pools = await testDb().pool.findMany({ select: { id: true } });
    await testDb().poolManager.createMany({
      data: pools.map(({ id }) => ({ poolId: id, userId: office.manager.userId })),
      skipDuplicates: true,
    });
    expect(await createLeaveType(await manager(), sabbatical)).toMatchObject({ ok: true });
  });

  it("are made, changed and retired by administrators, and not by assistants", async () => {
    const ctx = await ownerOfTypes();
    expect(await createLeaveType(ctx, sabbatical)).toMatchObject({ ok: true });
    expect(await createLeaveType(ctx, sabbatical)).toMatchObject({ reason: "leave_type_taken", path: "id" });
    const { isReported: _, measure: _measure, ...view } = await requireLeaveType(ctx, "sabbatical");
    const change = { ...view, nameEn: "Time away", isRetired: true };
    expect(await changeLeaveType(ctx, change)).toMatchObject({ ok: true });
    expect(await changeLeaveType(ctx, change)).toMatchObject({ reason: "changed_since_read" });
    expect(await ask(office, { type: "sabbatical", from: "2026-09-07" })).toMatchObject({
      reason: "leave_type_retired",
    });
    await expect(createLeaveType(await assistant(), sabbatical)).rejects.toThrow(WrongRoleError);
  });

  it("are deleted only while nobody has used them", async () => {
    const ctx = await ownerOfTypes();
    idOf(await ask(office, { type: "vacation", from: "2026-09-07" }));
    expect(await removeLeaveType(ctx, { id: "vacation" })).toMatchObject({ reason: "leave_type_in_use" });
    expect(await removeLeaveType(ctx, { id: "training" })).toMatchObject({ ok: true });
    expect((await listLeaveTypes(ctx)).map((type) => type.id)).not.toContain("training");
    await expect(removeLeaveType(ctx, { id: "training" })).rejects.toThrow(NotFoundError);
  });

  it("keep the one under which people report that they are ill", async () => {
    const ctx = await ownerOfTypes();
    const { isReported: _, measure: _measure, ...view } = await requireLeaveType(ctx, "sick");
    const answer = await changeLeaveType(ctx, { ...view, isRetired: true });
    expect(answer).toMatchObject({ reason: "leave_type_needed", path: "isRetired" });
  });

  it("ask for their notice, and are taken by their unit", async () => {
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { noticeDays: 14, unit: "day" } });
    expect(await ask(office, { from: "2026-08-28" })).toMatchObject({
      reason: "too_short_notice",
      details: { days: 14 },
    });
    expect(await ask(office, { from: "2026-09-07", toPart: "am" })).toMatchObject({
      reason: "whole_days_only",
    });
    idOf(await ask(office, { from: "2026-08-31" }));
  });
});
