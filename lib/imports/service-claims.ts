import "server-only";
import { stretchColumns, stretchOfRow } from "@/lib/absences/requests/queries";
import { addSteps, type Step } from "@/lib/absences/requests/queries-history";
import type { AbsenceStatus } from "@/lib/absences/requests/rules";
import { wholeHalves } from "@/lib/absences/requests/rules-stretch";
import type { Manager } from "@/lib/actor";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { listCoveringAssistants } from "@/lib/covers/queries";
import { releaseCoversWithin } from "@/lib/covers/service-absences";
import { MeanwhileChanged } from "@/lib/errors";
import { isChange, type OfficePlan } from "@/lib/imports/plan/rules";
import { writeSupportAssignments } from "@/lib/support/service-rows";

type IdOf = (email: string) => string;
type People = { assistantId: IdOf; executiveId: IdOf };

/** Makes new support and moves the end of what is known. */
export async function writeSupport(tx: Ctx<Manager>, { support }: OfficePlan, people: People): Promise<void> {
  const ends = support.flatMap((one) =>
    one.known && isChange(one) ? [{ ...one.known, to: one.wanted.to }] : [],
  );
  const rows = support
    .filter((one) => one.known === null)
    .map(({ wanted: { executiveEmail, assistantEmail, role, rank, from, to } }) => ({
      executiveId: people.executiveId(executiveEmail),
      assistantId: people.assistantId(assistantEmail),
      role,
      rank,
      from,
      to,
    }));
  await writeSupportAssignments(tx, ends, rows);
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
    const ids = some.map(({ wanted }) => assistantId(wanted.assistantEmail));
    for (const id of await listCoveringAssistants(tx, ids)) covering.add(id);
  });
  let released = 0;
  for (const { wanted } of away) {
    const id = assistantId(wanted.assistantEmail);
    if (covering.has(id)) released += (await releaseCoversWithin(tx, id, wanted)).length;
  }
  return released;
}
