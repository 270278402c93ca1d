import "server-only";
import { stretchColumns, stretchOfRow } from "@/lib/absences/requests/queries";
import { addSteps, type Step } from "@/lib/absences/requests/queries-history";
import type { AbsenceStatus } from "@/lib/absences/requests/rules";
import { wholeHalves } from "@/lib/absences/requests/rules-stretch";
import { releaseCoversWithin } from "@/lib/absences/requests/service-covers";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { isChange, type OfficePlan } from "@/lib/imports/plan/rules";
import { dayToDate } from "@/lib/time/day";
import { inChunks, MeanwhileChanged } from "./service-chunks";

type IdOf = (email: string) => string;
type People = { assistantId: IdOf; executiveId: IdOf };

/** Makes new support and changes end and duties of what is known; what clashes is told of all together, so that two may swap duties. */
export async function writeSupport(tx: Ctx<Manager>, { support }: OfficePlan, people: People): Promise<void> {
  await tx.db
    .$executeRaw`SET CONSTRAINTS support_assignments_one_primary, support_assignments_named_once, support_assignments_by_duty DEFERRED`;
  for (const { known, wanted } of support.filter((one) => one.known && isChange(one))) {
    const { count } = await tx.db.supportAssignment.updateMany({
      where: { id: known?.id, version: known?.version },
      data: {
        toOn: wanted.to && dayToDate(wanted.to),
        dutyIds: [...wanted.dutyIds],
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new MeanwhileChanged();
  }
  const rows = support
    .filter((one) => one.known === null)
    .map(({ wanted: { executiveEmail, assistantEmail, role, rank, dutyIds, from, to } }) => ({
      executiveId: people.executiveId(executiveEmail),
      assistantId: people.assistantId(assistantEmail),
      role,
      rank,
      dutyIds: [...dutyIds],
      fromOn: dayToDate(from),
      toOn: to && dayToDate(to),
      createdAt: tx.now,
    }));
  await inChunks(rows, (some) => tx.db.supportAssignment.createMany({ data: some }));
  await tx.db
    .$executeRaw`SET CONSTRAINTS support_assignments_one_primary, support_assignments_named_once, support_assignments_by_duty IMMEDIATE`;
}

/** Makes and changes absences; whoever is away by them is freed of the covers they hold then. Answers how many covers. */
export async function writeAbsences(
  tx: Ctx<Manager>,
  { absences }: OfficePlan,
  assistantId: IdOf,
): Promise<number> {
  const changes = absences.filter(isChange);
  const released = await releaseCovers(tx, changes, assistantId);
  for (const { known, wanted } of changes.filter((one) => one.known)) {
    const { count } = await tx.db.absence.updateMany({
      where: { id: known?.id, version: known?.version },
      data: {
        ...stretchColumns(wanted),
        status: wanted.status,
        ...(wanted.approves ? decision(tx) : {}),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new MeanwhileChanged();
    const stretch = wholeHalves(wanted);
    const action = wanted.approves ? "approved" : "recorded";
    if (known) await addSteps(tx, { absenceId: known.id, action, status: wanted.status, stretch });
  }
  const rows = changes
    .filter((one) => one.known === null)
    .map(({ wanted }) => ({
      assistantId: assistantId(wanted.assistantEmail),
      leaveTypeId: wanted.type,
      ...stretchColumns(wanted),
      status: wanted.status,
      ...(wanted.approves ? decision(tx) : {}),
      createdAt: tx.now,
    }));
  await inChunks(rows, async (some) => {
    const made = await tx.db.absence.createManyAndReturn({ data: some });
    await addSteps(tx, ...made.map((row) => stepOf(row)));
  });
  return released;
}

function stepOf(row: Parameters<typeof stretchOfRow>[0] & { id: string; status: AbsenceStatus }): Step {
  const action = row.status === "approved" ? "recorded" : "requested";
  return { absenceId: row.id, action, status: row.status, stretch: stretchOfRow(row) };
}

function decision(tx: Ctx<Manager>) {
  return { decidedById: tx.actor.userId, decidedAt: tx.now };
}

async function releaseCovers(
  tx: Ctx<Manager>,
  changes: OfficePlan["absences"],
  assistantId: IdOf,
): Promise<number> {
  const away = changes.filter(
    ({ wanted }) => wanted.status === "approved" || wanted.status === "cancellation_requested",
  );
  const covering = new Set<string>();
  await inChunks(away, async (some) => {
    const rows = await tx.db.coverageAssignment.findMany({
      where: {
        assistantId: { in: some.map(({ wanted }) => assistantId(wanted.assistantEmail)) },
        status: { in: ["offered", "accepted", "confirmed", "active"] },
      },
      select: { assistantId: true },
      distinct: ["assistantId"],
    });
    for (const row of rows) covering.add(row.assistantId);
  });
  let released = 0;
  for (const { wanted } of away) {
    const id = assistantId(wanted.assistantEmail);
    if (covering.has(id)) released += (await releaseCoversWithin(tx, id, wanted)).length;
  }
  return released;
}
