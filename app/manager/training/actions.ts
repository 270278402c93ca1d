"use server";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";
import {
  AddArrangementInput,
  ChangeArrangementInput,
  SettleArrangementInput,
} from "@/lib/training/arrangements/schema";
import { addArrangement, changeArrangement, settleArrangement } from "@/lib/training/arrangements/service";
import { MarkAttendanceInput } from "@/lib/training/attendance/schema";
import { finishSession, markAttendance } from "@/lib/training/attendance/service";
import { changeCourse, createCourse } from "@/lib/training/courses/service";
import {
  ApproveEnrolmentInput,
  ChangeSessionOfSeatInput,
  EndEnrolmentInput,
} from "@/lib/training/enrolments/schema";
import { approveEnrolment, declineEnrolment, enrolAssistant } from "@/lib/training/enrolments/service";
import { cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { changeSessionOfSeat } from "@/lib/training/enrolments/service-sessions";
import { inviteAssistant } from "@/lib/training/invitations/service";
import { PoolNeedsInput, PutNeedAsideInput } from "@/lib/training/needs/schema";
import { putNeedAside, refreshPoolNeeds } from "@/lib/training/needs/service";
import { DecideOptionInput, OptionVersionInput, SuggestOptionInput } from "@/lib/training/options/schema";
import { changeOption, decideOption, makeCourseOf, suggestOption } from "@/lib/training/options/service";
import { ChangeSessionInput, SessionVersionInput, SetTrainerInput } from "@/lib/training/sessions/schema";
import { cancelSession, changeSession, planSession } from "@/lib/training/sessions/service";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { setTrainer } from "@/lib/training/trainers/service";
import { setTrainingBudget } from "@/lib/training/year/service";
import {
  ChangeCourseForm,
  ChangeOptionForm,
  CreateCourseForm,
  EnrolForm,
  InviteForm,
  MoveSessionForm,
  PlanSessionForm,
  SetBudgetForm,
} from "./form-input";

const HERE = { revalidate: ["/manager/training", "/manager/coverage"] };

export const addCourse = formAction(requireManager, CreateCourseForm, createCourse, HERE);
export const saveCourse = formAction(requireManager, ChangeCourseForm, changeCourse, HERE);
export const plan = formAction(requireManager, PlanSessionForm, planSession, {
  ...HERE,
  redirectTo: ({ id }) => `/manager/training/sessions/${id}`,
});
export const saveSession = formAction(requireManager, ChangeSessionInput, changeSession, HERE);
export const callOff = formAction(requireManager, SessionVersionInput, cancelSession, HERE);
export const enrol = formAction(requireManager, EnrolForm, enrolAssistant, HERE);
export const invite = formAction(requireManager, InviteForm, inviteAssistant, HERE);
export const suggest = formAction(requireManager, SuggestOptionInput, suggestOption, HERE);
export const saveOption = formAction(requireManager, ChangeOptionForm, changeOption, HERE);
export const decideOn = formAction(requireManager, DecideOptionInput, decideOption, HERE);
export const makeCourse = formAction(requireManager, OptionVersionInput, makeCourseOf, HERE);
export const saveBudget = formAction(requireManager, SetBudgetForm, setTrainingBudget, HERE);
export const holdBy = formAction(requireManager, SetTrainerInput, setTrainer, HERE);
export const addToArrange = formAction(requireManager, AddArrangementInput, addArrangement, HERE);
export const saveToArrange = formAction(requireManager, ChangeArrangementInput, changeArrangement, HERE);
export const settleToArrange = formAction(requireManager, SettleArrangementInput, settleArrangement, HERE);
export const approve = formAction(requireManager, ApproveEnrolmentInput, approveEnrolment, HERE);
export const decline = formAction(requireManager, EndEnrolmentInput, declineEnrolment, HERE);
export const giveBack = formAction(requireManager, EndEnrolmentInput, cancelEnrolment, HERE);
export const goToSession = formAction(requireManager, ChangeSessionOfSeatInput, changeSessionOfSeat, HERE);
export const mark = formAction(requireManager, MarkAttendanceInput, markAttendance, HERE);
export const finish = formAction(requireManager, SessionVersionInput, finishSession, HERE);
export const putAside = formAction(requireManager, PutNeedAsideInput, putNeedAside, HERE);
export const workOut = formAction(requireManager, PoolNeedsInput, refreshPoolNeeds, {
  ...HERE,
  mayRepeat: true,
});
export const moveDates = formAction(
  requireManager,
  MoveSessionForm,
  (ctx, input) => moveSession(ctx, { ...input, acceptedGaps: [] }),
  HERE,
);
