import type { CoverageStatus } from "@/prisma/generated/client/enums";
import { testDb } from "./database";

/** The status of an absence, as the database has it. */
export async function absenceStatusOf(id: string): Promise<string> {
  return (await testDb().absence.findUniqueOrThrow({ where: { id } })).status;
}

/** The status of a cover, as the database has it. */
export async function coverStatusOf(id: string): Promise<string> {
  return (await testDb().coverageAssignment.findUniqueOrThrow({ where: { id } })).status;
}

/** The covers that stand, from the first to the last. */
export function liveCovers(statuses: CoverageStatus[] = ["confirmed"]) {
  return testDb().coverageAssignment.findMany({
    where: { status: { in: statuses } },
    orderBy: [{ startOn: "asc" }, { startMinute: "asc" }, { id: "asc" }],
  });
}

/** The kinds of notice an account got, oldest first. */
export async function noticesOf(userId: string | undefined): Promise<string[]> {
  if (!userId) throw new Error("whose notices?");
  const rows = await testDb().notification.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.map((row) => row.kind);
}

/** What the audit log says of a record, oldest first. */
export async function auditOf(entityId: string): Promise<string[]> {
  const rows = await testDb().auditEvent.findMany({ where: { entityId }, orderBy: { seq: "asc" } });
  return rows.map((row) => row.action);
}
