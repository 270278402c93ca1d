"use server";
import { z } from "zod";
import { requireManager } from "@/lib/auth/guards";
import { allowExport } from "@/lib/imports/export/service";
import { formAction } from "@/lib/server/form-action";

export const showDownloads = formAction(requireManager, z.strictObject({}), allowExport, { mayRepeat: true });
