import "server-only";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Office, OfficeAssistant, OfficeDuty, OfficeExecutive } from "@/lib/coverage/office/rules";
import { NotFoundError } from "@/lib/errors";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import type { AwayPerson } from "./rules-scenario";
import type { ScenarioStep } from "./rules-scenario-steps";
import type { WhatIfChange, WhatIfInput } from "./schema";

/** Reads what some changes speak of; whom or what the manager's pool does not have is not found. */
export async function readSteps(
  ctx: Ctx<Manager>,
  office: Office,
  { poolId, changes }: WhatIfInput,
): Promise<ScenarioStep[]> {
  const leave = await readLeave(ctx, poolId, changes);
  return changes.map((change, i) => stepOf(office, poolId, change, i + 1, leave));
}

type Leave = Map<string, AwayPerson>;

function stepOf(
  office: Office,
  poolId: string,
  change: WhatIfChange,
  number: number,
  leave: Leave,
): ScenarioStep {
  switch (change.kind) {
    case "resigns": {
      const { id } = assistantIn(office, poolId, change.assistantId);
      return { kind: "resigns", assistantId: id, from: change.from };
    }
    case "executive_joins": {
      const like = executiveIn(office, poolId, change.likeExecutiveId);
      const primary = change.primaryAssistantId && assistantIn(office, poolId, change.primaryAssistantId);
      const newcomer = {
        id: `new-executive-${number}`,
        name: `${like.name} +${number}`,
        like,
        ...(change.from && { from: change.from }),
        ...(change.tier && { tier: change.tier }),
        ...(change.duties.length > 0 && { duties: change.duties.map(dutyOf) }),
        ...(primary && { primaryId: primary.id }),
      };
      return { kind: "executive_joins", newcomer };
    }
    case "assistant_joins": {
      const like = assistantIn(office, poolId, change.likeAssistantId);
      const from = change.from && { from: change.from };
      const newcomer = { id: `new-assistant-${number}`, name: `${like.name} +${number}`, like, ...from };
      return { kind: "assistant_joins", newcomer };
    }
    case "no_cover":
      return { kind: "no_cover", weekday: change.weekday };
    case "leave_approved": {
      const away = leave.get(change.absenceId);
      if (!away) throw new NotFoundError("absence");
      return { kind: "leave_approved", away };
    }
    case "pool_lends":
      return { kind: "pool_lends", lenderId: change.poolId, borrowerId: poolId };
    case "skill_raised": {
      const { id } = assistantIn(office, poolId, change.assistantId);
      return { kind: "skill_raised", assistantId: id, dutyId: change.dutyId, level: change.level };
    }
  }
}

function dutyOf(duty: Omit<OfficeDuty, "coverLevel">): OfficeDuty {
  return { ...duty, coverLevel: "full" };
}

function assistantIn(office: Office, poolId: string, id: string): OfficeAssistant {
  const assistant = office.assistants.get(id);
  if (assistant?.poolId !== poolId) throw new NotFoundError("assistant");
  return assistant;
}

function executiveIn(office: Office, poolId: string, id: string): OfficeExecutive {
  const executive = office.executives.find((one) => one.id === id);
  if (executive?.poolId !== poolId) throw new NotFoundError("executive");
  return executive;
}

async function readLeave(
  ctx: Ctx<Manager>,
  poolId: string,
  changes: readonly WhatIfChange[],
): Promise<Leave> {
  const ids = changes.flatMap((change) => (change.kind === "leave_approved" ? [change.absenceId] : []));
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.absence.findMany({
    where: {
      id: { in: ids },
      assistant: { poolId },
      status: { in: [...LIVE_STATUSES] },
    },
    select: { id: true, assistantId: true, ...STRETCH_COLUMNS },
  });
  return new Map(
    rows.map(({ id, assistantId, ...row }) => [id, { assistantId, absence: { id, ...spanOfColumns(row) } }]),
  );
}
