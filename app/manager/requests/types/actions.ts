"use server";
import { requireManager } from "@/lib/auth/guards";
import { addRequestType, changeRequestType } from "@/lib/requests/types/service";
import { formAction } from "@/lib/server/form-action";
import { AddFromPage, ChangeFromPage } from "./form-input";

const PATH = "/manager/requests/types";
const AFTER = { revalidate: [PATH], redirectTo: () => PATH };

export const add = formAction(requireManager, AddFromPage, addRequestType, AFTER);
export const change = formAction(requireManager, ChangeFromPage, changeRequestType, AFTER);
