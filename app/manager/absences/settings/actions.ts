"use server";
import { AdjustLeaveInput, SetAllowanceInput, SetEntitlementInput } from "@/lib/absences/balances/schema";
import { adjustLeave, setAllowance, setEntitlement } from "@/lib/absences/balances/service";
import { AddDeputyInput, SetAssistantPolicyInput, SetPoolPolicyInput } from "@/lib/absences/deciders/schema";
import { addDeputy, removeDeputy, setAssistantPolicy, setPoolPolicy } from "@/lib/absences/deciders/service";
import { AddBlackoutInput, RecordIdInput, SaveGroupInput } from "@/lib/absences/settings/schema";
import {
  ChangeLeaveTypeInput,
  CreateLeaveTypeInput,
  LeaveTypeIdInput,
} from "@/lib/absences/settings/schema-leave";
import { addBlackout, removeBlackout, removeGroup, saveGroup } from "@/lib/absences/settings/service";
import {
  changeLeaveType,
  createLeaveType,
  removeLeaveType,
} from "@/lib/absences/settings/service-leave-types";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/manager/absences"] };
const TYPES = { ...HERE, redirectTo: () => "/manager/absences/settings" };

export const makeType = formAction(requireManager, CreateLeaveTypeInput, createLeaveType, TYPES);
export const changeType = formAction(requireManager, ChangeLeaveTypeInput, changeLeaveType, TYPES);
export const deleteType = formAction(requireManager, LeaveTypeIdInput, removeLeaveType, TYPES);
export const saveEntitlement = formAction(requireManager, SetEntitlementInput, setEntitlement, HERE);
export const savePoolPolicy = formAction(requireManager, SetPoolPolicyInput, setPoolPolicy, HERE);
export const nameDeputy = formAction(requireManager, AddDeputyInput, addDeputy, HERE);
export const endDeputy = formAction(requireManager, RecordIdInput, removeDeputy, HERE);
export const nameBlackout = formAction(requireManager, AddBlackoutInput, addBlackout, HERE);
export const deleteBlackout = formAction(requireManager, RecordIdInput, removeBlackout, HERE);
export const keepGroup = formAction(requireManager, SaveGroupInput, saveGroup, HERE);
export const deleteGroup = formAction(requireManager, RecordIdInput, removeGroup, HERE);
export const saveAssistantPolicy = formAction(
  requireManager,
  SetAssistantPolicyInput,
  setAssistantPolicy,
  HERE,
);
export const saveAllowance = formAction(requireManager, SetAllowanceInput, setAllowance, HERE);
export const saveAdjustment = formAction(requireManager, AdjustLeaveInput, adjustLeave, HERE);
