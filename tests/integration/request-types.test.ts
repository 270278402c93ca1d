import { beforeEach, describe, expect, it } from "vitest";
import { requireSupportRequest } from "@/lib/requests/queries";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { listRequestTypes, requireRequestType } from "@/lib/requests/types/queries";
import { AddRequestTypeInput, ChangeRequestTypeInput } from "@/lib/requests/types/schema";
import { addRequestType, changeRequestType } from "@/lib/requests/types/service";
import { asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const names = { nameEn: "Visitors", nameSv: "Besök" };

async function added(overrides: object = {}): Promise<string> {
  const answer = await addRequestType(await manager(), AddRequestTypeInput.parse({ ...names, ...overrides }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function filed(typeId: string) {
  const ctx = await asExecutiveOf(office.executive.userId);
  const answer = await fileSupportRequest(ctx, FileSupportRequestInput.parse({ summary: "Badges", typeId }));
  return answer.ok ? requireSupportRequest(ctx, answer.value.id) : answer.reason;
}

describe("types of request", () => {
  it("are added, changed and retired by a manager; requests keep what they were asked", async () => {
    const field = { nameEn: "Who", nameSv: "Vem" };
    const id = await added({ fields: [field] });
    expect(id).toBe("visitors");
    const asked = {
      ...names,
      id,
      version: 1,
      nameEn: "Guests",
      fields: [{ kind: "number", nameEn: "Count", nameSv: "Antal" }],
    };
    expect(await changeRequestType(await manager(), ChangeRequestTypeInput.parse(asked))).toMatchObject({
      ok: true,
    });
    const { fields, nameEn } = await requireRequestType(await manager(), id);
    expect(nameEn).toBe("Guests");
    expect(fields.map(({ key, isRetired = false }) => [key, isRetired])).toEqual([
      ["count", false],
      ["who", true],
    ]);
    expect(await changeRequestType(await manager(), ChangeRequestTypeInput.parse(asked))).toMatchObject({
      reason: "changed_since_read",
    });
    const retired = ChangeRequestTypeInput.parse({ ...asked, version: 2, isRetired: true });
    expect(await changeRequestType(await manager(), retired)).toMatchObject({ ok: true });
    expect(await listRequestTypes(await manager())).toEqual([]);
    expect(await filed(id)).toBe("unknown_request_type");
  });

  it("lead to a duty where the executive asks for it", async () => {
    await testDb().duty.create({ data: { id: "badges", nameEn: "Badges", nameSv: "Kort" } });
    const id = await added({ dutyId: "badges" });
    expect(await filed(id)).toMatchObject({ dutyId: null });
    await testDb().dutyRequirement.create({
      data: { executiveId: office.ids.executiveId, dutyId: "badges", minutesPerDay: 10, minProficiency: 1 },
    });
    expect(await filed(id)).toMatchObject({ dutyId: "badges", typeId: id });
  });

  it("are refused with an unknown duty and a choice between nothing", async () => {
    const refusalOf = async (overrides: object) =>
      addRequestType(await manager(), AddRequestTypeInput.parse({ ...names, ...overrides }));
    expect(await refusalOf({ dutyId: "juggling" })).toMatchObject({ reason: "unknown_duty" });
    const choice = {
      kind: "choice",
      nameEn: "Size",
      nameSv: "Storlek",
      choices: [{ nameEn: "S", nameSv: "S" }],
    };
    expect(await refusalOf({ fields: [choice] })).toMatchObject({ reason: "field_choices_missing" });
  });
});
