import { RecordAbsenceInput, RequestAbsenceInput } from "@/lib/absences/requests/schema";
import { recordAbsence, requestAbsence } from "@/lib/absences/requests/service";
import { opensNothing } from "@/tests/support/factories/absences";
import { asAssistantOf, asManagerOf, MONDAY_MORNING } from "../contexts";
import { testDb } from "../database";
import { createUser } from "../factories/accounts";
import { fromSnapshot } from "../snapshot";
import { buildLeaveOffice } from "./leave";

type Fields = Record<string, unknown>;

/** The office with 25 days of leave a year, five of which may be taken until March after, and time off in lieu. */
export function createCountingOffice() {
  return fromSnapshot("balances", buildCountingOffice);
}

async function buildCountingOffice() {
  const office = await buildLeaveOffice();
  const db = testDb();
  await db.leaveType.update({
    where: { id: "vacation" },
    data: { countsAgainstAllowance: true },
  });
  await db.leaveType.update({ where: { id: "sick" }, data: { interruptsLeave: true } });
  await db.leaveType.createMany({
    data: [
      {
        id: "toil",
        nameEn: "Time off in lieu",
        nameSv: "Komptid",
        countsAgainstAllowance: true,
        measure: "minutes",
      },
      { id: "training", nameEn: "Training", nameSv: "Utbildning", isAutomatic: true },
    ],
  });
  await db.leaveEntitlement.create({
    data: {
      poolId: office.ids.pool,
      leaveTypeId: "vacation",
      amount: 2500,
      carryOverMost: 500,
      carryOverUntil: "03-31",
      firstYear: 2026,
    },
  });
  return office;
}

export type CountingOffice = Awaited<ReturnType<typeof buildCountingOffice>>;

/** The answer to leave the office's assistant asks for. */
export async function ask(office: CountingOffice, fields: Fields, now = MONDAY_MORNING) {
  const input = RequestAbsenceInput.parse({ type: "vacation", to: fields.from, ...fields });
  return requestAbsence(await asAssistantOf(office.assistant.userId, now), input, opensNothing);
}

/** The answer to leave the office's manager enters as approved. */
export async function enter(office: CountingOffice, fields: Fields, assistantId = office.ids.assistantId) {
  const approved = { type: "vacation", status: "approved", assistantId, to: fields.from };
  return recordAbsence(
    await asManagerOf(office.manager.userId),
    RecordAbsenceInput.parse({ ...approved, ...fields }),
    opensNothing,
  );
}

/** The id in an answer; anything refused fails the test. */
export function idOf(answer: { ok: true; value: { id: string } } | { ok: false; reason: string }): string {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return answer.value.id;
}

/** A second manager of the office's pool. */
export async function addManager(office: CountingOffice, email = "second@office.example"): Promise<string> {
  const managedPools = { create: { poolId: office.ids.pool } };
  return (await createUser(testDb(), { email, managedPools })).id;
}
