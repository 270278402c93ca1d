"use server";
import { requireManager } from "@/lib/auth/guards";
import {
  AddDemandInput,
  ChangeWorkRoleInput,
  CreateTemplateInput,
  CreateWorkRoleInput,
  SetupIdInput,
} from "@/lib/schedules/setup/schema";
import {
  addDemand,
  changeWorkRole,
  createTemplate,
  createWorkRole,
  removeDemand,
  removeTemplate,
  setSchedulePolicy,
} from "@/lib/schedules/setup/service";
import { formAction } from "@/lib/server/form-action";
import { RulesFormInput } from "./form-input";

const HERE = { revalidate: ["/manager/schedule"] };

export const makeRole = formAction(requireManager, CreateWorkRoleInput, createWorkRole, HERE);
export const saveRole = formAction(requireManager, ChangeWorkRoleInput, changeWorkRole, HERE);
export const makeNeed = formAction(requireManager, AddDemandInput, addDemand, HERE);
export const deleteNeed = formAction(requireManager, SetupIdInput, removeDemand, HERE);
export const makeTemplate = formAction(requireManager, CreateTemplateInput, createTemplate, HERE);
export const deleteTemplate = formAction(requireManager, SetupIdInput, removeTemplate, HERE);
export const saveRules = formAction(requireManager, RulesFormInput, setSchedulePolicy, HERE);
