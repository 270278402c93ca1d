import "server-only";
import type { z } from "zod";
import { listVisibleAbsences, requireAbsence } from "@/lib/absences/requests/queries";
import {
  AbsenceView,
  DecideAbsenceInput,
  ListAbsencesInput,
  RecordAbsenceInput,
  WithdrawAbsenceInput,
} from "@/lib/absences/requests/schema";
import {
  cancelAbsence,
  declineAbsence,
  requestAbsence,
  withdrawAbsence,
} from "@/lib/absences/requests/service";
import type { Person } from "@/lib/actor";
import { asAssistant, asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { WrongRoleError } from "@/lib/errors";
import { recordAbsenceAndSeats } from "@/lib/training/attendance/service-sickness";
import { absenceChangesApi, atAbsenceVersion, ChangedAbsence, shown } from "./absence-changes";
import { absenceCoverApi } from "./absence-cover";
import { assistantApi, managerApi, managerOrAssistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

/** Without an assistant it is one's own leave, and then whether it starts approved is not for the asker to say. */
const NewAbsenceInput = RecordAbsenceInput.partial({ assistantId: true });

async function enter(ctx: Ctx<Person>, { assistantId, ...input }: z.output<typeof NewAbsenceInput>) {
  const manager = asManager(ctx.actor);
  const assistant = asAssistant(ctx.actor);
  if (manager && assistantId !== undefined)
    return requireValue(
      await recordAbsenceAndSeats({ ...ctx, actor: manager }, { ...input, assistantId }, gapsOpenedBy),
    );
  if (!assistant || (assistantId !== undefined && assistantId !== assistant.assistant.id))
    throw new WrongRoleError();
  const { status: _, ...asked } = input;
  return requireValue(await requestAbsence({ ...ctx, actor: assistant }, asked, gapsOpenedBy));
}

export const absencesApi = {
  ...absenceChangesApi,

  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/absences",
      summary: "List absences",
      description:
        "Your own absences and those of the pools you manage or decide for, the earliest first; show=waiting lists undecided requests.",
    })
    .input(ListAbsencesInput)
    .output(pageView(AbsenceView))
    .handler(({ context: { ctx }, input }) => listVisibleAbsences(ctx, input)),

  create: managerOrAssistantApi
    .meta({
      access: "manager_or_assistant",
      example: {
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        type: "vacation",
        from: "2026-08-17",
        fromPart: "am",
        to: "2026-08-21",
        toPart: "pm",
        status: "approved",
      },
    })
    .route({
      method: "POST",
      path: "/absences",
      successStatus: 201,
      summary: "Record an absence",
      description:
        "A manager records it for an assistant; without assistantId an assistant requests leave of their own. By the hour, within one day, with startMinute and endMinute.",
    })
    .input(NewAbsenceInput)
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) => shown(ctx, await enter(ctx, input))),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/absences/{id}",
      summary: "Show an absence",
      description: "An absence of your own or of a pool you manage.",
    })
    .input(IdInput)
    .output(AbsenceView)
    .handler(({ context: { ctx }, input }) => requireAbsence(ctx, input.id)),

  ...absenceCoverApi,

  decline: managerApi
    .meta({ access: "manager", example: { version: 1, note: "Too many are away that week." } })
    .route({
      method: "POST",
      path: "/absences/{id}/decline",
      summary: "Decline an absence",
      description: "Declines requested leave, with a note that reaches the assistant.",
    })
    .input(DecideAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await declineAbsence(ctx, await atAbsenceVersion(ctx, input)))),
    ),

  cancel: managerApi
    .meta({ access: "manager", example: { version: 2, note: "" } })
    .route({
      method: "POST",
      path: "/absences/{id}/cancel",
      summary: "Cancel an absence",
      description: "Cancels approved leave and releases its cover.",
    })
    .input(DecideAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await cancelAbsence(ctx, await atAbsenceVersion(ctx, input)))),
    ),

  withdraw: assistantApi
    .meta({ access: "assistant", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/absences/{id}/withdraw",
      summary: "Withdraw an absence",
      description: "Withdraws a request of your own that is not decided.",
    })
    .input(WithdrawAbsenceInput.partial({ version: true }))
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) =>
      shown(ctx, requireValue(await withdrawAbsence(ctx, await atAbsenceVersion(ctx, input)))),
    ),
};
