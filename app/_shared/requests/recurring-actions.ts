"use server";
import { requirePerson } from "@/lib/auth/guards";
import {
  AddRecurringInput,
  ChangeRecurringFromPage,
  RecurringIdInput,
} from "@/lib/requests/recurring/schema";
import { addRecurring, changeRecurring, removeRecurring } from "@/lib/requests/recurring/service";
import { formAction } from "@/lib/server/form-action";

const LISTED = {
  revalidate: [
    "/assistant/requests/recurring",
    "/executive/requests/recurring",
    "/manager/requests/recurring",
  ],
};

export const add = formAction(requirePerson, AddRecurringInput, addRecurring, LISTED);
export const change = formAction(requirePerson, ChangeRecurringFromPage, changeRecurring, LISTED);
export const remove = formAction(requirePerson, RecurringIdInput, removeRecurring, LISTED);
