"use server";
import { requireAssistant } from "@/lib/auth/guards";
import { AddWishInput, WishIdInput } from "@/lib/schedules/wishes/schema";
import { addWish, removeWish } from "@/lib/schedules/wishes/service";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/assistant/schedule"] };

export const add = formAction(requireAssistant, AddWishInput, addWish, HERE);
export const remove = formAction(requireAssistant, WishIdInput, removeWish, HERE);
