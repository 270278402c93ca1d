import "server-only";
import { z } from "zod";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getReplacing, requireCalledOff } from "@/lib/schedules/replacing/queries";
import {
  CalledOffView,
  CallOffShiftInput,
  ReplacementsView,
  ReplaceShiftInput,
} from "@/lib/schedules/replacing/schema";
import { callOffShift, reinstateShift, replaceShift } from "@/lib/schedules/replacing/service";
import { requireShift } from "@/lib/schedules/week/queries";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import {
  ChangeShiftInput,
  DraftShiftInput,
  LockShiftInput,
  ShiftAnswerView,
  ShiftVersionInput,
  ShiftView,
  SplitShiftInput,
} from "@/lib/schedules/week/schema";
import {
  changeShift,
  type DraftedShift,
  draftShift,
  removeShift,
  setShiftLock,
  splitShift,
} from "@/lib/schedules/week/service";
import { managerApi } from "./base";
import { IdInput } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const POOL = "019ab3a0-0000-7000-8000-000000000001";
const ASSISTANT = "019ab3a0-0000-7000-8000-000000000003";
const ROLE = "019ab3a0-0000-7000-8000-000000000009";

function atShiftVersion<I extends { id: string; version?: number | undefined }>(ctx: Ctx<Manager>, input: I) {
  return atVersion(input, () => requireShift(ctx, input.id));
}

/** Shifts: drafted, changed, copied and published, week by week. */
export const shiftsApi = {
  create: managerApi
    .meta({
      access: "manager",
      example: {
        poolId: POOL,
        assistantId: ASSISTANT,
        on: "2026-08-24",
        startMinute: 480,
        endMinute: 720,
        roleId: ROLE,
      },
    })
    .route({
      method: "POST",
      path: "/shifts",
      successStatus: 201,
      summary: "Draft a shift",
      description:
        "Drafts a shift of one day and one person, or an open one; only managers see it until it is published.",
    })
    .input(DraftShiftInput)
    .output(ShiftAnswerView)
    .handler(async ({ context: { ctx }, input }) => answerOf(requireValue(await draftShift(ctx, input)))),

  change: managerApi
    .meta({ access: "manager", example: { startMinute: 540, endMinute: 1020, version: 1 } })
    .route({
      method: "PATCH",
      path: "/shifts/{id}",
      summary: "Change a shift",
      description:
        "Changes a draft; of a published shift makes a draft that waits beside it until it is published.",
    })
    .input(ChangeShiftInput.partial({ version: true }))
    .output(ShiftAnswerView)
    .handler(async ({ context: { ctx }, input }) =>
      answerOf(requireValue(await changeShift(ctx, await atShiftVersion(ctx, input)))),
    ),

  remove: managerApi
    .route({
      method: "DELETE",
      path: "/shifts/{id}",
      summary: "Remove a shift",
      description:
        "Takes a draft back; of a published shift makes a draft that takes it away when it is published.",
    })
    .input(ShiftVersionInput.partial({ version: true }))
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await removeShift(ctx, await atShiftVersion(ctx, input))),
    ),

  split: managerApi
    .meta({ access: "manager", example: { at: 600, version: 1 } })
    .route({
      method: "POST",
      path: "/shifts/{id}/split",
      summary: "Split a shift",
      description: "Divides a shift in two drafts at a minute within it; both keep their work.",
    })
    .input(SplitShiftInput.partial({ version: true }))
    .output(z.strictObject({ first: ShiftView, second: ShiftView }))
    .handler(async ({ context: { ctx }, input }) => {
      const { first, second } = requireValue(await splitShift(ctx, await atShiftVersion(ctx, input)));
      return { first: shiftView(first), second: shiftView(second) };
    }),

  lock: managerApi
    .meta({ access: "manager", example: { isLocked: true, version: 1 } })
    .route({
      method: "POST",
      path: "/shifts/{id}/lock",
      summary: "Lock a shift",
      description: "Filling days leaves a locked shift as it is; with `isLocked` false it is let go again.",
    })
    .input(LockShiftInput.partial({ version: true }))
    .output(ShiftView)
    .handler(async ({ context: { ctx }, input }) =>
      shiftView(requireValue(await setShiftLock(ctx, await atShiftVersion(ctx, input)))),
    ),

  callOff: managerApi
    .meta({ access: "manager", example: { startMinute: 600, endMinute: 720, version: 2 } })
    .route({
      method: "POST",
      path: "/shifts/{id}/call-off",
      summary: "Call off a shift",
      description:
        "Calls off hours of a published shift, or all of it; the assistant is notified. What an absence calls off needs no call.",
    })
    .input(CallOffShiftInput.partial({ version: true }))
    .output(CalledOffView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await callOffShift(ctx, await atShiftVersion(ctx, input)));
      return requireCalledOff(ctx, id);
    }),

  reinstate: managerApi
    .meta({ access: "manager", example: { version: 3 } })
    .route({
      method: "POST",
      path: "/shifts/{id}/reinstate",
      summary: "Reinstate a shift",
      description: "What was called off or given to others is part of the shift again.",
    })
    .input(ShiftVersionInput.partial({ version: true }))
    .output(CalledOffView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await reinstateShift(ctx, await atShiftVersion(ctx, input)));
      return requireCalledOff(ctx, id);
    }),

  replace: managerApi
    .meta({ access: "manager", example: { assistantId: ASSISTANT, overrides: [], version: 3 } })
    .route({
      method: "POST",
      path: "/shifts/{id}/replace",
      summary: "Replace the person of a shift",
      description:
        "Gives the hours that are called off to an assistant, who is notified. Refused where a rule is broken without a reason.",
    })
    .input(ReplaceShiftInput.partial({ version: true }))
    .output(CalledOffView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await replaceShift(ctx, await atShiftVersion(ctx, input)));
      return requireCalledOff(ctx, id);
    }),

  replacements: managerApi
    .route({
      method: "GET",
      path: "/shifts/{id}/replacements",
      summary: "List who could replace",
      description: "Who could work what is called off of a shift, the best first, and what bars the others.",
    })
    .input(IdInput)
    .output(ReplacementsView)
    .handler(async ({ context: { ctx }, input }) => {
      const { could, bars } = await getReplacing(ctx, input.id);
      return {
        could: could.map(({ id, name, within, plannedMinutes, contractMinutes, isGlad, findings }) => ({
          ...{ assistantId: id, name, isAtWork: within !== null, plannedMinutes, contractMinutes, isGlad },
          findings: findings.map(({ shiftId: _, ...finding }) => finding),
        })),
        bars: bars.map(({ id, name, bar }) => ({ assistantId: id, name, bar })),
      };
    }),
};

function answerOf({ findings, ...shift }: DraftedShift) {
  return { ...shiftView(shift), findings };
}

/** A shift as the API says it. */
export function shiftView(shift: PlannedShift): z.input<typeof ShiftView> {
  const { id, assistantId, on, startMinute, endMinute, breakStartMinute, breakMinutes, status, version } =
    shift;
  const { supersedesId, isRemoval, isLocked = false, note = "" } = shift;
  const times = { on, startMinute, endMinute, breakStartMinute, breakMinutes };
  return {
    id,
    assistantId,
    ...times,
    work: [...shift.work],
    status,
    supersedesId,
    isRemoval,
    isLocked,
    note,
    version,
  };
}
