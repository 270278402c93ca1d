import "server-only";
import { wholeHalves } from "@/lib/absences/requests/rules-stretch";
import { correctAbsences, enterAbsences } from "@/lib/absences/requests/service-bulk";
import type { Manager } from "@/lib/actor";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { MeanwhileChanged } from "@/lib/errors";
import { isChange, type OfficePlan } from "@/lib/imports/plan/rules";
import { dayToDate } from "@/lib/time/day";

type IdOf = (email: string) => string;
type People = { assistantId: IdOf; executiveId: IdOf };

/** Makes new support and moves the end of what is known. Earlier ends go first, so that a successor finds room. */
export async function writeSupport(tx: Ctx<Manager>, { support }: OfficePlan, people: People): Promise<void> {
  for (const { known, wanted } of support.filter((one) => one.known && isChange(one))) {
    const { count } = await tx.db.supportAssignment.updateMany({
      where: { id: known?.id, version: known?.version },
      data: { toOn: wanted.to && dayToDate(wanted.to), version: { increment: 1 } },
    });
    if (count === 0) throw new MeanwhileChanged();
  }
  const rows = support
    .filter((one) => one.known === null)
    .map(({ wanted: { executiveEmail, assistantEmail, role, rank, from, to } }) => ({
      executiveId: people.executiveId(executiveEmail),
      assistantId: people.assistantId(assistantEmail),
      role,
      rank,
      fromOn: dayToDate(from),
      toOn: to && dayToDate(to),
      createdAt: tx.now,
    }));
  await inChunks(rows, (some) => tx.db.supportAssignment.createMany({ data: some }));
}

/** Makes and changes absences; assistants who are away by them are freed of the covers they hold then. Answers how many. */
export async function writeAbsences(
  tx: Ctx<Manager>,
  { absences }: OfficePlan,
  assistantId: IdOf,
): Promise<number> {
  const changes = absences.filter(isChange);
  const corrected = await correctAbsences(
    tx,
    changes.flatMap(({ known, wanted, columns }) => {
      if (!known) return [];
      const { approves, assistantEmail } = wanted;
      const hasMoved = columns.includes("to") || columns.includes("to_part");
      return {
        ...known,
        assistantId: assistantId(assistantEmail),
        ...(hasMoved && { stretch: wholeHalves(wanted) }),
        ...(approves
          ? ({ move: "approve", action: "approved" } as const)
          : ({ move: "change_days", action: "recorded" } as const)),
        isDecision: approves,
      };
    }),
  );
  if (!corrected.ok) throw new MeanwhileChanged();
  const entered = await enterAbsences(
    tx,
    changes
      .filter(({ known }) => known === null)
      .map(({ wanted }) => ({
        assistantId: assistantId(wanted.assistantEmail),
        type: wanted.type,
        stretch: wholeHalves(wanted),
        status: wanted.status === "requested" ? "requested" : "approved",
        isDecision: wanted.approves,
      })),
  );
  return corrected.value.releasedCovers + entered.releasedCovers;
}
