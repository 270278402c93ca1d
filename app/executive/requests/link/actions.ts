"use server";
import { z } from "zod";
import { requireExecutive } from "@/lib/auth/guards";
import { removeFilingLink, renewFilingLink } from "@/lib/requests/links/service";
import { formAction } from "@/lib/server/form-action";

const LINK = { revalidate: ["/executive/requests/link"] };
const Nothing = z.object({});

export const renew = formAction(requireExecutive, Nothing, renewFilingLink, LINK);
export const remove = formAction(requireExecutive, Nothing, removeFilingLink, LINK);
