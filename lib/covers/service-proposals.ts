import "server-only";
import type { Ctx } from "@/lib/context";
import { idInOrder } from "@/lib/ids";
import { dayOfColumn } from "@/lib/time/day";

import type { CoverRun } from "./rules";
import { columnsOfHolding } from "./rules-extent";
import { moveCovers } from "./service-moves";

/** Puts the covers an answer proposes in the place of those the plan proposed before. */
export async function replaceProposals(tx: Ctx, planId: string, runs: readonly CoverRun[]): Promise<void> {
  await tx.db.coverageAssignment.deleteMany({ where: { planId, status: "proposed" } });
  const covers = runs.map((run) => ({
    id: idInOrder(),
    executive_id: run.executiveId,
    assistant_id: run.assistantId,
    absence_id: run.absenceId,
    ...rowOf(run),
  }));
  // Hundreds of rows in one value: a parameter for each of their columns takes ten times as long.
  await tx.db.$executeRaw`
    INSERT INTO coverage_assignments (plan_id, status, created_by_id, created_at, id, executive_id, assistant_id,
      absence_id, start_on, start_part, end_on, end_part, start_minute, end_minute, duty_ids)
    SELECT ${planId}::uuid, 'proposed', ${tx.actor.userId}::uuid, ${tx.now}, cover.*
    FROM json_to_recordset(${JSON.stringify(covers)}::json) AS cover (id uuid, executive_id uuid, assistant_id uuid,
      absence_id uuid, start_on date, start_part day_part, end_on date, end_part day_part, start_minute int,
      end_minute int, duty_ids text[])`;
}

/** Ends the proposals of plans that were put away. */
export async function endProposals(tx: Ctx, planIds: readonly string[]): Promise<void> {
  await moveCovers(tx, "expire", { planId: { in: [...planIds] }, status: "proposed" });
}

function rowOf(run: CoverRun) {
  const { startOn, startPart, endOn, endPart, startMinute, endMinute, dutyIds } = columnsOfHolding(run);
  return {
    start_on: dayOfColumn(startOn),
    start_part: startPart,
    end_on: dayOfColumn(endOn),
    end_part: endPart,
    start_minute: startMinute,
    end_minute: endMinute,
    duty_ids: dutyIds,
  };
}
