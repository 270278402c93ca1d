import "server-only";
import { z } from "zod";
import { listLeaveTypes, requireLeaveType } from "@/lib/absences/settings/queries";
import {
  ChangeLeaveTypeInput,
  CreateLeaveTypeInput,
  LeaveTypeIdInput,
  LeaveTypeView,
} from "@/lib/absences/settings/schema-leave";
import {
  changeLeaveType,
  createLeaveType,
  removeLeaveType,
} from "@/lib/absences/settings/service-leave-types";
import { personApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { pageView } from "./page";
import { requireValue } from "./refusals";

const TYPE = {
  id: "sabbatical",
  nameEn: "Sabbatical",
  nameSv: "Friår",
  approval: "required",
  isPaid: false,
  unit: "day",
  noticeDays: 90,
};

export const leaveTypesApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/leave-types",
      summary: "List leave types",
      description: "The types an absence may have, always one page; those that are reported start approved.",
    })
    .input(z.strictObject({}))
    .output(pageView(LeaveTypeView))
    .handler(async ({ context: { ctx } }) => ({ items: await listLeaveTypes(ctx), nextCursor: null })),

  create: personApi
    .meta({ access: "person", example: TYPE })
    .route({
      method: "POST",
      path: "/leave-types",
      successStatus: 201,
      summary: "Create a leave type",
      description: "A type for the whole organisation; for managers and administrators.",
    })
    .input(CreateLeaveTypeInput)
    .output(LeaveTypeView)
    .handler(async ({ context: { ctx }, input }) =>
      requireLeaveType(ctx, requireValue(await createLeaveType(ctx, input)).id),
    ),

  change: personApi
    .meta({ access: "person", example: { nameEn: "Annual leave", noticeDays: 14, version: 1 } })
    .route({
      method: "PATCH",
      path: "/leave-types/{id}",
      summary: "Change a leave type",
      description: "Changes the fields you send; isRetired takes it out of use and keeps past leave.",
    })
    .input(patchInput(ChangeLeaveTypeInput))
    .output(LeaveTypeView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireLeaveType(ctx, input.id);
      requireValue(await changeLeaveType(ctx, wholeOf(ChangeLeaveTypeInput, current, input)));
      return requireLeaveType(ctx, input.id);
    }),

  remove: personApi
    .route({
      method: "DELETE",
      path: "/leave-types/{id}",
      summary: "Remove a leave type",
      description: "Removes an unused type; a used one can only be retired.",
    })
    .input(LeaveTypeIdInput)
    .output(LeaveTypeIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeLeaveType(ctx, input))),
};
