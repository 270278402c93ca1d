import { testDb } from "../database";
import type { LeaveOffice } from "./leave";

const STRETCH = { fromOn: new Date("2027-06-01"), toOn: new Date("2027-06-05") };

/** What is kept of leave besides leave: a pool's share, a blackout, a group and a deputy. */
export async function createLeaveRecords({ ids, manager, otherManager }: LeaveOffice) {
  const { pool: poolId, assistantId, colleagueId } = ids;
  await testDb().leaveType.createMany({
    data: [
      {
        id: "toil",
        nameEn: "Time off in lieu",
        nameSv: "Komptid",
        countsAgainstAllowance: true,
        measure: "minutes",
      },
      { id: "training", nameEn: "Training", nameSv: "Utbildning" },
      { id: "unpaid", nameEn: "Unpaid leave", nameSv: "Tjänstledighet" },
    ],
  });
  await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
  await testDb().leaveEntitlement.create({
    data: { poolId, leaveTypeId: "vacation", amount: 2500, carryOverMost: 500, firstYear: 2026 },
  });
  const blackout = await testDb().blackoutPeriod.create({
    data: { poolId, name: "Annual report", kind: "soft", ...STRETCH },
  });
  const members = { create: [{ assistantId }, { assistantId: colleagueId }] };
  const group = await testDb().apartGroup.create({
    data: { poolId, name: "Front desk", mostAway: 1, members },
  });
  const deputy = await testDb().managerDeputy.create({
    data: { managerId: manager.userId, deputyId: otherManager.userId, ...STRETCH },
  });
  return { blackoutId: blackout.id, groupId: group.id, deputyId: deputy.id };
}
