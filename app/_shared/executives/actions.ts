"use server";
import { requirePerson } from "@/lib/auth/guards";
import {
  AddDateToKnowInput,
  AddProfileSectionInput,
  ChangeProfileSectionInput,
  RemoveFromExecutiveInput,
} from "@/lib/executives/schema-profile";
import {
  addProfileSection,
  changeProfileSection,
  removeProfileSection,
} from "@/lib/executives/service-profile";
import {
  addDateToKnow,
  addRoutine,
  removeDateToKnow,
  removeRoutine,
  setAccessTemplate,
} from "@/lib/executives/service-routines";
import { formAction } from "@/lib/server/form-action";
import { AddRoutineForm, SetAccessTemplateForm } from "./form-input";

const SHOWN = { revalidate: ["/executive/profile", "/assistant/executives", "/manager/executives"] };

export const addSection = formAction(requirePerson, AddProfileSectionInput, addProfileSection, SHOWN);
export const changeSection = formAction(
  requirePerson,
  ChangeProfileSectionInput,
  changeProfileSection,
  SHOWN,
);
export const removeSection = formAction(requirePerson, RemoveFromExecutiveInput, removeProfileSection, SHOWN);
export const addRecurring = formAction(requirePerson, AddRoutineForm, addRoutine, SHOWN);
export const removeRecurring = formAction(requirePerson, RemoveFromExecutiveInput, removeRoutine, SHOWN);
export const addDate = formAction(requirePerson, AddDateToKnowInput, addDateToKnow, SHOWN);
export const removeDate = formAction(requirePerson, RemoveFromExecutiveInput, removeDateToKnow, SHOWN);
export const setTemplate = formAction(requirePerson, SetAccessTemplateForm, setAccessTemplate, SHOWN);
