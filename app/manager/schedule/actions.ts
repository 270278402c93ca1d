"use server";
import { requireManager } from "@/lib/auth/guards";
import { previewSchedule } from "@/lib/coverage/publishing/queries";
import { PublishScheduleInput } from "@/lib/coverage/publishing/schema";
import { publishSchedule } from "@/lib/coverage/publishing/service";
import { ok } from "@/lib/result";
import { FillDaysInput, FillIdInput, UndoFillInput, UseRemedyInput } from "@/lib/schedules/fills/schema";
import { acceptFill, discardFill, fillDays, stopFill, undoFill } from "@/lib/schedules/fills/service";
import { applyRemedy } from "@/lib/schedules/fills/service-remedies";
import { PublicationIdInput } from "@/lib/schedules/publishing/schema";
import { remindUnread } from "@/lib/schedules/publishing/service-escalation";
import { getReplacing } from "@/lib/schedules/replacing/queries";
import { CallOffShiftInput, ReplaceShiftInput, ReplacingInput } from "@/lib/schedules/replacing/schema";
import { callOffShift, reinstateShift, replaceShift } from "@/lib/schedules/replacing/service";
import {
  ChangeShiftInput,
  CheckShiftInput,
  CopyWeekInput,
  DraftShiftInput,
  LockShiftInput,
  RemoveDraftsInput,
  ScheduleWeekInput,
  ShiftVersionInput,
  SplitShiftInput,
} from "@/lib/schedules/week/schema";
import {
  changeShift,
  checkShift,
  draftShift,
  removeShift,
  setShiftLock,
  splitShift,
} from "@/lib/schedules/week/service";
import { copyWeek, removeDrafts } from "@/lib/schedules/week/service-copy";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";
import { publicationSheet } from "./publication-sheet";

const SCHEDULE = { revalidate: ["/manager/schedule"] };

export const draft = verbAction(requireManager, DraftShiftInput, draftShift, SCHEDULE);
export const change = verbAction(requireManager, ChangeShiftInput, changeShift, SCHEDULE);
export const lock = verbAction(requireManager, LockShiftInput, setShiftLock, SCHEDULE);
export const split = verbAction(requireManager, SplitShiftInput, splitShift, SCHEDULE);
export const remove = verbAction(requireManager, ShiftVersionInput, removeShift, SCHEDULE);
export const takeBack = verbAction(requireManager, RemoveDraftsInput, removeDrafts, SCHEDULE);
export const copy = verbAction(requireManager, CopyWeekInput, copyWeek, SCHEDULE);
export const fill = verbAction(requireManager, FillDaysInput, fillDays, SCHEDULE);
export const fillChosen = formAction(requireManager, FillDaysInput, fillDays, SCHEDULE);
export const applyToFill = verbAction(requireManager, UseRemedyInput, applyRemedy, SCHEDULE);
export const stopFilling = verbAction(requireManager, FillIdInput, stopFill, SCHEDULE);
export const acceptFilled = verbAction(requireManager, FillIdInput, acceptFill, SCHEDULE);
export const undoFilled = verbAction(requireManager, UndoFillInput, undoFill, SCHEDULE);
export const discardFilled = verbAction(requireManager, FillIdInput, discardFill, SCHEDULE);
export const publish = verbAction(requireManager, PublishScheduleInput, publishSchedule, SCHEDULE);
export const remind = verbAction(requireManager, PublicationIdInput, remindUnread);
export const callOff = verbAction(requireManager, CallOffShiftInput, callOffShift, SCHEDULE);
export const reinstate = verbAction(requireManager, ShiftVersionInput, reinstateShift, SCHEDULE);
export const replace = verbAction(requireManager, ReplaceShiftInput, replaceShift, SCHEDULE);
export const replacing = verbAction(requireManager, ReplacingInput, async (ctx, { id }) =>
  ok(await getReplacing(ctx, id)),
);
export const check = verbAction(requireManager, CheckShiftInput, checkShift);
export const preview = verbAction(requireManager, ScheduleWeekInput, async (ctx, input) =>
  ok(publicationSheet(await previewSchedule(ctx, input))),
);
