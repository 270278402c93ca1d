import "server-only";
import type { Person } from "@/lib/actor";
import { asAssistant, asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { ApproveSwapInput } from "@/lib/coverage/publishing/schema";
import { approveSwap } from "@/lib/coverage/publishing/service-swaps";
import { NotFoundError, WrongRoleError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import {
  listOwnShiftRequests,
  listShiftRequests,
  requireShiftRequest,
  type ShiftRequestFacts,
} from "@/lib/schedules/swaps/queries";
import {
  AnswerShiftRequestInput,
  AskForShiftInput,
  DenyShiftRequestInput,
  ListShiftRequestsInput,
  ShiftRequestInput,
  ShiftRequestView,
} from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import {
  acceptShiftRequest,
  cancelShiftRequest,
  declineShiftRequest,
} from "@/lib/schedules/swaps/service-answers";
import { denyShiftRequest } from "@/lib/schedules/swaps/service-decisions";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { managerApi, managerOrAssistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const SHIFT = "019ab3a0-0000-7000-8000-000000000021";

function atRequestVersion<I extends { id: string; version?: number | undefined }>(
  ctx: Ctx<Person>,
  input: I,
) {
  return atVersion(input, () => requireShiftRequest(ctx, input.id));
}

function askedShift({ id, assistantId, on, startMinute, endMinute, work }: PlannedShift) {
  return { id, assistantId, on, startMinute, endMinute, work: [...work] };
}

function requestView(request: ShiftRequestFacts): ShiftRequestView {
  const { id, poolId, kind, status, version, shift, withShift, owner, taker, answers } = request;
  return {
    ...{ id, poolId, kind, status, version },
    shift: askedShift(shift),
    withShift: withShift && askedShift(withShift),
    ownerId: owner?.id ?? null,
    takerId: taker?.id ?? null,
    answers: answers.map(({ id: assistantId, name, answer }) => ({ assistantId, name, answer })),
    askedAt: request.askedAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
  };
}

async function shown(ctx: Ctx<Person>, { id }: { id: string }): Promise<ShiftRequestView> {
  return requestView(await requireShiftRequest(ctx, id));
}

async function listFor(ctx: Ctx<Person>, poolId: string | undefined): Promise<ShiftRequestFacts[]> {
  const [manager, assistant] = [asManager(ctx.actor), asAssistant(ctx.actor)];
  if (manager && (poolId !== undefined || !assistant))
    return listShiftRequests({ ...ctx, actor: manager }, poolId ? [poolId] : manager.managedPoolIds);
  if (!assistant) throw new WrongRoleError();
  if (poolId !== undefined && !canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return listOwnShiftRequests({ ...ctx, actor: assistant });
}

/** Published shifts that are exchanged, given away or taken. */
export const shiftRequestsApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/shift-requests",
      summary: "List requests about shifts",
      description:
        "Of the pools you lead, or your own and those you are asked in: what waits first, then what ended in the last two weeks; always one page.",
    })
    .input(ListShiftRequestsInput)
    .output(pageView(ShiftRequestView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: (await listFor(ctx, input.poolId)).map(requestView),
      nextCursor: null,
    })),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/shift-requests/{id}",
      summary: "Show a request about a shift",
      description: "Its shifts, whose they are, who is asked, and how it stands.",
    })
    .input(IdInput)
    .output(ShiftRequestView)
    .handler(({ context: { ctx }, input }) => shown(ctx, input)),

  create: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { kind: "drop", shiftId: SHIFT } })
    .route({
      method: "POST",
      path: "/shift-requests",
      successStatus: 201,
      summary: "Ask about a shift",
      description:
        "drop gives a published shift of yours away, swap exchanges it for a colleague's, take offers to work an open one. A manager asks on behalf of an assistant. The shift stays where it is until a manager approves.",
    })
    .input(AskForShiftInput)
    .output(ShiftRequestView)
    .handler(async ({ context: { ctx }, input }) => shown(ctx, requireValue(await askForShift(ctx, input)))),

  accept: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/shift-requests/{id}/accept",
      summary: "Accept a shift",
      description:
        "You would work the shift you are asked about; it goes to the first who accepts, once it is approved.",
    })
    .input(AnswerShiftRequestInput.partial({ version: true }))
    .output(ShiftRequestView)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await acceptShiftRequest(ctx, await atRequestVersion(ctx, input)))),
    ),

  decline: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/shift-requests/{id}/decline",
      summary: "Decline a shift",
      description: "When the last who is asked declines, the request ends.",
    })
    .input(AnswerShiftRequestInput.partial({ version: true }))
    .output(ShiftRequestView)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await declineShiftRequest(ctx, await atRequestVersion(ctx, input)))),
    ),

  cancel: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/shift-requests/{id}/cancel",
      summary: "Cancel a request about a shift",
      description: "Withdraws what you asked for or offered; all shifts stay as they are.",
    })
    .input(ShiftRequestInput.partial({ version: true }))
    .output(ShiftRequestInput.pick({ id: true }))
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await cancelShiftRequest(ctx, await atRequestVersion(ctx, input)));
      return { id };
    }),

  approve: managerApi
    .meta({ access: "manager", example: { version: 2, overrides: [] } })
    .route({
      method: "POST",
      path: "/shift-requests/{id}/approve",
      summary: "Approve a request about a shift",
      description:
        "The shift goes to the person who accepted, both of a swap in one step. Refused where a rule is broken without a reason, a shift has changed since, or it is not decided what becomes of a cover that breaks.",
    })
    .input(ApproveSwapInput.partial({ version: true }))
    .output(ShiftRequestView)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await approveSwap(ctx, await atRequestVersion(ctx, input)))),
    ),

  deny: managerApi
    .meta({ access: "manager", example: { version: 2, note: "We need you at the front desk." } })
    .route({
      method: "POST",
      path: "/shift-requests/{id}/deny",
      summary: "Deny a request about a shift",
      description: "All shifts stay as they are; those involved read the note.",
    })
    .input(DenyShiftRequestInput.partial({ version: true }))
    .output(ShiftRequestView)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await denyShiftRequest(ctx, await atRequestVersion(ctx, input)))),
    ),
};
