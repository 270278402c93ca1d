import "server-only";
import { z } from "zod";
import { requireAbsence } from "@/lib/absences/queries";
import { AbsenceView } from "@/lib/absences/schema";
import { EndAbsenceInput, ProlongAbsenceInput, ReportSicknessInput } from "@/lib/absences/schema-sickness";
import type { ChangedAbsence as Changed } from "@/lib/absences/sickness";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireAbsenceCard } from "@/lib/coverage/absence-card";
import { approveAbsenceWithCover, coverAbsence } from "@/lib/coverage/absence-cover";
import {
  AbsenceCardInput,
  ApproveWithCoverInput,
  CoverAbsenceInput,
} from "@/lib/coverage/schema-absence-cover";
import { endAway, prolongAway, reportSick } from "@/lib/coverage/sickness";
import { AbsenceCardView } from "./absence-cover-views";
import { assistantApi, managerApi, managerOrAssistantApi } from "./base";
import { requireValue } from "./refusals";

const Covered = {
  changeId: z.uuid().nullable().meta({ description: "The change of the board, to undo the cover by." }),
  covers: z.number().int(),
  acceptedGaps: z.number().int(),
};

/** An absence, and the covers that came free because of what was just done to it. */
const ChangedAbsence = AbsenceView.extend({
  releasedCoverIds: z.array(z.uuid()).meta({ description: "Covers that ended because of this." }),
});

async function shown(ctx: Ctx<Person>, { id, releasedCoverIds }: Pick<Changed, "id" | "releasedCoverIds">) {
  return { ...(await requireAbsence(ctx, id)), releasedCoverIds };
}

const example = {
  acceptedGaps: [{ executiveId: "019ab3a0-0000-7000-8000-000000000002", on: "2026-08-18", part: "pm" }],
};

/** Absences together with their cover: what one opens, approval with the plan, sickness as it runs. */
export const absenceCoverApi = {
  approve: managerApi
    .meta({ access: "manager", example: { version: 1, note: "Enjoy the summer.", ...example } })
    .route({
      method: "POST",
      path: "/absences/{id}/approve",
      summary: "Approve an absence with its cover",
      description:
        "Approves leave and makes its covers at once. What stays uncovered must be named exactly in acceptedGaps, else gaps_not_accepted lists it. Without covers the plan's own choice is taken.",
    })
    .input(ApproveWithCoverInput)
    .output(ChangedAbsence.extend(Covered))
    .handler(async ({ context: { ctx }, input }) => {
      const done = requireValue(await approveAbsenceWithCover(ctx, input));
      return { ...done, ...(await shown(ctx, done)) };
    }),

  showCover: managerApi
    .route({
      method: "GET",
      path: "/absences/{id}/cover",
      summary: "Show what an absence opens",
      description:
        "The executives an absence hits, the plan that covers them and why, and what stays open with what would close it.",
    })
    .input(AbsenceCardInput)
    .output(AbsenceCardView)
    .handler(({ context: { ctx }, input }) => requireAbsenceCard(ctx, input)),

  makeCover: managerApi
    .meta({ access: "manager", example })
    .route({
      method: "POST",
      path: "/absences/{id}/cover",
      summary: "Cover an absence",
      description:
        "Makes the covers of an absence that is approved already, such as sickness; the same rules as for approval.",
    })
    .input(CoverAbsenceInput)
    .output(z.strictObject({ id: z.uuid(), ...Covered, releasedCoverIds: z.array(z.uuid()) }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await coverAbsence(ctx, input))),

  prolong: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { to: "2027-03-08", toPart: "pm" } })
    .route({
      method: "POST",
      path: "/absences/{id}/prolong",
      summary: "Prolong an absence",
      description: "Moves the end of an approved absence later; booked leave inside sickness is given back.",
    })
    .input(ProlongAbsenceInput)
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) => shown(ctx, requireValue(await prolongAway(ctx, input)))),

  end: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { lastOn: "2027-03-02", lastPart: "am" } })
    .route({
      method: "POST",
      path: "/absences/{id}/end",
      summary: "End an absence earlier",
      description:
        "The last half-day of an approved absence; covers of the days after are released and told.",
    })
    .input(EndAbsenceInput)
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) => shown(ctx, requireValue(await endAway(ctx, input)))),

  reportSick: assistantApi
    .meta({ access: "assistant", example: { to: "2026-08-18" } })
    .route({
      method: "POST",
      path: "/me/sickness",
      successStatus: 201,
      summary: "Report that I am ill",
      description:
        "Sickness from now, or from a half-day, until the end of the day or the day given. It counts at once; no reason is asked.",
    })
    .input(ReportSicknessInput)
    .output(ChangedAbsence)
    .handler(async ({ context: { ctx }, input }) => shown(ctx, requireValue(await reportSick(ctx, input)))),
};
