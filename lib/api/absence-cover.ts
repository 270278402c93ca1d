import "server-only";
import { z } from "zod";
import { AbsenceView } from "@/lib/absences/requests/schema";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import {
  AbsenceCardInput,
  ApproveWithCoverInput,
  CoverAbsenceInput,
} from "@/lib/coverage/leave-cover/schema";
import { approveAbsenceWithCover, coverAbsence } from "@/lib/coverage/leave-cover/service";
import { atAbsenceVersion, ChangedAbsence, shown } from "./absence-changes";
import { AbsenceCardView } from "./absence-cover-views";
import { managerApi } from "./base";
import { requireValue } from "./refusals";

const Covered = {
  changeId: z
    .uuid()
    .nullable()
    .meta({ description: "The change of coverage by which the cover can be undone." }),
  covers: z.number().int(),
  acceptedGaps: z.number().int(),
};

const example = {
  acceptedGaps: [{ executiveId: "019ab3a0-0000-7000-8000-000000000002", on: "2026-08-18", part: "pm" }],
};

/** Absences together with their cover: what one opens, and approval with the plan. */
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
    .input(ApproveWithCoverInput.partial({ version: true }))
    .output(ChangedAbsence.extend(Covered))
    .handler(async ({ context: { ctx }, input }) => {
      const done = requireValue(await approveAbsenceWithCover(ctx, await atAbsenceVersion(ctx, input)));
      return { ...done, ...(await shown(ctx, done)) };
    }),

  showCover: managerApi
    .route({
      method: "GET",
      path: "/absences/{id}/cover",
      summary: "Show the gaps of an absence",
      description:
        "The executives affected by an absence, the plan that covers them and why, and what stays open with what would close it.",
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
    .input(CoverAbsenceInput.partial({ version: true }))
    .output(
      z.strictObject({
        id: z.uuid(),
        status: AbsenceView.shape.status,
        ...Covered,
        releasedCoverIds: z.array(z.uuid()),
      }),
    )
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await coverAbsence(ctx, await atAbsenceVersion(ctx, input))),
    ),
};
