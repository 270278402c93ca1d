import "server-only";
import { z } from "zod";
import { requireAbsenceOutlook } from "@/lib/absences/balances/queries-outlook";
import { LeaveOutlook } from "@/lib/absences/balances/schema";
import { requireAbsence } from "@/lib/absences/requests/queries";
import { listAbsenceSteps } from "@/lib/absences/requests/queries-history";
import {
  AbsenceStepView,
  AbsenceView,
  AskCancellationInput,
  DecideAbsenceInput,
  EndAbsenceInput,
  MoveAbsenceInput,
  ReportSicknessInput,
} from "@/lib/absences/requests/schema";
import { moveAbsence } from "@/lib/absences/requests/service";
import {
  askCancellation,
  grantCancellation,
  refuseCancellation,
} from "@/lib/absences/requests/service-cancellation";
import { endAbsence } from "@/lib/absences/requests/service-sickness";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { prolongAbsenceAndSeats, reportSicknessAndSeats } from "@/lib/training/attendance/service-sickness";
import { assistantApi, managerApi, managerOrAssistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

/** An absence, and the covers that came free because of what was just done to it. */
export const ChangedAbsence = AbsenceView.extend({
  releasedCoverIds: z.array(z.uuid()).meta({ description: "Covers that ended because of this." }),
});

/** The version of an absence a call is about. */
export function atAbsenceVersion<I extends { id: string; version?: number | undefined }>(
  ctx: Ctx<Person>,
  input: I,
) {
  return atVersion(input, () => requireAbsence(ctx, input.id));
}

type Changed = { id: string; releasedCoverIds: string[] };

/** The changed absence, as the person who changed it sees it. */
export async function shown(ctx: Ctx<Person>, { id, releasedCoverIds }: Changed) {
  return { ...(await requireAbsence(ctx, id)), releasedCoverIds };
}

/** Changes of an absence after its request: moved, cancelled, ended, extended; and its history. */
export const absenceChangesApi = {
  reportSickness: assistantApi
    .meta({ access: "assistant", example: { from: "2026-08-17", to: "2026-08-18" } })
    .route({
      method: "POST",
      path: "/absences/report-sickness",
      successStatus: 201,
      summary: "Report sickness",
      description:
        "Sickness of your own, today unless another day is sent; booked leave and courses on those days are given back.",
    })
    .input(ReportSicknessInput)
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await reportSicknessAndSeats(ctx, input, gapsOpenedBy))),
    ),

  move: assistantApi
    .meta({ access: "assistant", example: { version: 1, from: "2027-04-05", to: "2027-04-09" } })
    .route({
      method: "POST",
      path: "/absences/{id}/move",
      summary: "Move an absence",
      description:
        "Requests other days instead: the old request is withdrawn and a new one, which is returned, replaces it.",
    })
    .input(MoveAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await moveAbsence(ctx, await atAbsenceVersion(ctx, input), gapsOpenedBy))),
    ),

  askCancellation: assistantApi
    .meta({ access: "assistant", example: { version: 2, note: "The trip is off." } })
    .route({
      method: "POST",
      path: "/absences/{id}/ask-cancellation",
      summary: "Request cancellation of an absence",
      description:
        "Requests cancellation of approved leave of your own, from a day on or, once it has begun, from today on.",
    })
    .input(AskCancellationInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await askCancellation(ctx, await atAbsenceVersion(ctx, input)))),
    ),

  grantCancellation: managerApi
    .meta({ access: "manager", example: { version: 3, note: "" } })
    .route({
      method: "POST",
      path: "/absences/{id}/grant-cancellation",
      summary: "Grant a cancellation",
      description:
        "Leave that has begun is shortened to the days taken; other leave is cancelled and its covers released.",
    })
    .input(DecideAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await grantCancellation(ctx, await atAbsenceVersion(ctx, input)))),
    ),

  refuseCancellation: managerApi
    .meta({ access: "manager", example: { version: 3, note: "The cover is booked." } })
    .route({
      method: "POST",
      path: "/absences/{id}/refuse-cancellation",
      summary: "Refuse a cancellation",
      description: "The leave stays approved, and the assistant is notified why.",
    })
    .input(DecideAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await refuseCancellation(ctx, await atAbsenceVersion(ctx, input)))),
    ),

  prolong: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { version: 1, to: "2026-08-21" } })
    .route({
      method: "POST",
      path: "/absences/{id}/prolong",
      summary: "Extend an absence",
      description: "Extends sickness of your own, or any absence you decide on.",
    })
    .input(EndAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(
        ctx,
        requireValue(await prolongAbsenceAndSeats(ctx, await atAbsenceVersion(ctx, input), gapsOpenedBy)),
      ),
    ),

  end: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { version: 1, to: "2026-08-18", toPart: "am" } })
    .route({
      method: "POST",
      path: "/absences/{id}/end",
      summary: "End an absence",
      description:
        "Ends sickness of your own, or any absence you decide on, earlier; cover for the rest is released.",
    })
    .input(EndAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await endAbsence(ctx, await atAbsenceVersion(ctx, input)))),
    ),

  steps: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/absences/{id}/steps",
      summary: "List the history of an absence",
      description: "Each step of the absence with its actor and comment, always one page.",
    })
    .input(IdInput)
    .output(pageView(AbsenceStepView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listAbsenceSteps(ctx, input.id),
      nextCursor: null,
    })),

  outlook: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/absences/{id}/outlook",
      summary: "Show the effect of an absence",
      description:
        "The effect on the balance, who else is away and what prevents approval; names are shown to deciders only.",
    })
    .input(IdInput)
    .output(LeaveOutlook)
    .handler(({ context: { ctx }, input }) => requireAbsenceOutlook(ctx, input.id)),
};
