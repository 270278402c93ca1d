import "server-only";
import { listSupportAssignments, requireSupportAssignment } from "@/lib/support/queries";
import {
  ChangeSupportAssignmentInput,
  ChangeSupportDutiesInput,
  CreateSupportAssignmentInput,
  ListSupportAssignmentsInput,
  RemoveSupportAssignmentInput,
  SupportAssignmentView,
} from "@/lib/support/schema";
import {
  changeSupportAssignment,
  createSupportAssignment,
  removeSupportAssignment,
} from "@/lib/support/service";
import { changeSupportDuties } from "@/lib/support/service-duties";
import { managerApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

export const supportAssignmentsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/support-assignments",
      summary: "List support assignments",
      description: "Who supports whom in your pools, the latest to begin first; q searches both names.",
    })
    .input(ListSupportAssignmentsInput)
    .output(pageView(SupportAssignmentView))
    .handler(({ context: { ctx }, input }) => listSupportAssignments(ctx, input)),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000002",
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        role: "primary",
        dutyIds: ["calendar", "travel"],
        from: "2026-08-17",
        to: null,
      },
    })
    .route({
      method: "POST",
      path: "/support-assignments",
      successStatus: 201,
      summary: "Assign support",
      description:
        "Assigns an assistant to an executive with some duties (all when none is sent) from a day on; two primaries of one duty of an executive may not overlap.",
    })
    .input(CreateSupportAssignmentInput)
    .output(SupportAssignmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createSupportAssignment(ctx, input));
      return requireSupportAssignment(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/support-assignments/{id}",
      summary: "Show a support assignment",
      description: "One support assignment of your pools.",
    })
    .input(IdInput)
    .output(SupportAssignmentView)
    .handler(({ context: { ctx }, input }) => requireSupportAssignment(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { to: "2026-12-31", version: 1 } })
    .route({
      method: "PATCH",
      path: "/support-assignments/{id}",
      summary: "Change a support assignment",
      description:
        "Changes role, rank or dates; other people are another support assignment, and duties change from a day on.",
    })
    .input(patchInput(ChangeSupportAssignmentInput))
    .output(SupportAssignmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireSupportAssignment(ctx, input.id);
      requireValue(await changeSupportAssignment(ctx, wholeOf(ChangeSupportAssignmentInput, current, input)));
      return requireSupportAssignment(ctx, input.id);
    }),

  changeDuties: managerApi
    .meta({
      access: "manager",
      example: { dutyIds: ["calendar"], from: "2026-09-01", version: 1 },
    })
    .route({
      method: "POST",
      path: "/support-assignments/{id}/duties",
      summary: "Change the duties of support",
      description:
        "Sets the duties of a support assignment from a day on (all when none is sent): it ends the day before and a new one, which is returned, begins; one that has not begun by then is changed itself.",
    })
    .input(ChangeSupportDutiesInput.partial({ version: true }))
    .output(SupportAssignmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { version } = await requireSupportAssignment(ctx, input.id);
      const { id } = requireValue(await changeSupportDuties(ctx, { version, ...input }));
      return requireSupportAssignment(ctx, id);
    }),

  remove: managerApi
    .route({
      method: "DELETE",
      path: "/support-assignments/{id}",
      summary: "Remove a support assignment",
      description: "Deletes an assignment made by mistake; to end support, set its last day instead.",
    })
    .input(patchInput(RemoveSupportAssignmentInput))
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireSupportAssignment(ctx, input.id);
      return requireValue(
        await removeSupportAssignment(ctx, wholeOf(RemoveSupportAssignmentInput, current, input)),
      );
    }),
};
