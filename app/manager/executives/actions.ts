"use server";
import { requireManager } from "@/lib/auth/guards";
import { changeExecutive, createExecutive } from "@/lib/executives/service";
import { formAction } from "@/lib/server/form-action";
import { ChangeExecutiveForm, CreateExecutiveForm } from "./form-input";

const redirectTo = ({ id }: { id: string }) => `/manager/executives/${id}`;

export const createExecutiveAction = formAction(requireManager, CreateExecutiveForm, createExecutive, {
  revalidate: ["/manager"],
  redirectTo,
});

export const changeExecutiveAction = formAction(requireManager, ChangeExecutiveForm, changeExecutive, {
  revalidate: ["/manager"],
  redirectTo,
});
