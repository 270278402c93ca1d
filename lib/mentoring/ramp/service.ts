import "server-only";
import type { Person } from "@/lib/actor";
import type { SignOffStepInput } from "@/lib/assistants/schema-ramp";
import { signStepOff } from "@/lib/assistants/service-ramp";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { isMentorOf } from "./queries";

/** Signs a step of somebody new off: their mentor, or whoever leads their pool. Before its week it needs a reason. */
export function signOffStep(ctx: Ctx<Person>, input: SignOffStepInput): ReturnType<typeof signStepOff> {
  return inTransaction(ctx, async (tx) => {
    const assistant = await tx.db.assistant.findUnique({
      where: { id: input.id },
      select: { poolId: true },
    });
    const may = assistant && (canManagePool(tx.actor, assistant.poolId) || (await isMentorOf(tx, input.id)));
    if (!may) throw new NotFoundError("ramp step");
    return signStepOff(tx, input);
  });
}
