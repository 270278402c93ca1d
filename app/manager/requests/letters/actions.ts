"use server";
import { requireManager } from "@/lib/auth/guards";
import { AddTemplateInput, ChangeTemplateFromPage } from "@/lib/letters/templates/schema";
import { addTemplate, changeTemplate } from "@/lib/letters/templates/service";
import { formAction } from "@/lib/server/form-action";

const PATH = "/manager/requests/letters";
const AFTER = { revalidate: [PATH], redirectTo: () => PATH };

export const add = formAction(requireManager, AddTemplateInput, addTemplate, AFTER);
export const change = formAction(requireManager, ChangeTemplateFromPage, changeTemplate, AFTER);
