import "server-only";

import { correctAbsences, enterAbsences } from "@/lib/absences/requests/service-bulk";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { ChangedByAnother } from "@/lib/errors";
import { isChange, type OfficePlan } from "@/lib/imports/plan/rules";
import { writeSupportAssignments } from "@/lib/support/service-rows";
import { wholeHalves } from "@/lib/time/stretch";

type IdOf = (email: string) => string;
type People = { assistantId: IdOf; executiveId: IdOf };

/** Makes new support and changes end and duties of what is known; what clashes is told of all together, so that two may swap duties. */
export async function writeSupport(tx: Ctx<Manager>, { support }: OfficePlan, people: People): Promise<void> {
  const changes = support.flatMap((one) =>
    one.known && isChange(one) ? [{ ...one.known, to: one.wanted.to, dutyIds: [...one.wanted.dutyIds] }] : [],
  );
  const rows = support
    .filter((one) => one.known === null)
    .map(({ wanted: { executiveEmail, assistantEmail, role, rank, dutyIds, from, to } }) => ({
      executiveId: people.executiveId(executiveEmail),
      assistantId: people.assistantId(assistantEmail),
      role,
      rank,
      dutyIds: [...dutyIds],
      from,
      to,
    }));
  await writeSupportAssignments(tx, changes, rows);
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
  if (!corrected.ok) throw new ChangedByAnother();
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
