import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { stretchOf } from "./office-rows";
import type { Office, OfficeAbsence, OfficeAssistant, OfficeDuty, OfficeExecutive } from "./rules/office";
import {
  withAbsences,
  withLoan,
  withNewAssistant,
  withNewExecutive,
  withoutCoversOn,
  withResignation,
} from "./rules/scenario";
import type { WhatIfChange, WhatIfInput } from "./schema";

/** Changes of an office, ready to be made to it as often as need be, and the weekdays on which nobody covers any more. */
export type Scenario = { apply: (office: Office) => Office; closedWeekdays: number[] };

/** Reads what some changes speak of; whom or what the manager's pool does not have is not found. */
export async function applyChanges(
  ctx: Ctx<Manager>,
  office: Office,
  { poolId, changes }: WhatIfInput,
): Promise<Scenario> {
  const leave = await readLeave(ctx, poolId, changes);
  const steps = changes.map((change, i) => stepOf(office, poolId, change, i + 1, leave));
  return {
    apply: (from) => steps.reduce((changed, step) => step(changed), from),
    closedWeekdays: changes.flatMap((change) => (change.kind === "no_cover" ? [change.weekday] : [])),
  };
}

type Leave = Map<string, { assistantId: string; absence: OfficeAbsence }>;

function stepOf(
  office: Office,
  poolId: string,
  change: WhatIfChange,
  number: number,
  leave: Leave,
): (office: Office) => Office {
  switch (change.kind) {
    case "resigns": {
      const { id } = assistantIn(office, poolId, change.assistantId);
      return (changed) => withResignation(changed, id, change.from);
    }
    case "executive_joins": {
      const like = executiveIn(office, poolId, change.likeExecutiveId);
      const primary = change.primaryAssistantId && assistantIn(office, poolId, change.primaryAssistantId);
      const newcomer = {
        id: `new-executive-${number}`,
        name: `${like.name} +${number}`,
        like,
        ...(change.tier && { tier: change.tier }),
        ...(change.duties.length > 0 && { duties: change.duties.map(dutyOf) }),
        ...(primary && { primaryId: primary.id }),
      };
      return (changed) => withNewExecutive(changed, newcomer);
    }
    case "assistant_joins": {
      const like = assistantIn(office, poolId, change.likeAssistantId);
      const newcomer = { id: `new-assistant-${number}`, name: `${like.name} +${number}`, like };
      return (changed) => withNewAssistant(changed, newcomer);
    }
    case "no_cover":
      return (changed) => withoutCoversOn(changed, change.weekday);
    case "leave_approved": {
      const away = leave.get(change.absenceId);
      if (!away) throw new NotFoundError("absence");
      return (changed) => withAbsences(changed, [away]);
    }
    case "pool_lends":
      return (changed) => withLoan(changed, change.poolId, poolId);
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
      status: { in: ["requested", "provisionally_approved", "approved", "cancellation_requested"] },
    },
    select: {
      id: true,
      assistantId: true,
      startOn: true,
      startPart: true,
      endOn: true,
      endPart: true,
      startMinute: true,
      endMinute: true,
    },
  });
  return new Map(
    rows.map(({ id, assistantId, ...row }) => [id, { assistantId, absence: { id, ...stretchOf(row) } }]),
  );
}
