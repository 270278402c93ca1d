"use server";
import { z } from "zod";
import type { Manager } from "@/lib/actor";
import { requireManager } from "@/lib/auth/guards";
import { ImportCalendarOptions } from "@/lib/calendars/schema";
import { importCalendar } from "@/lib/calendars/service-import";
import type { Ctx } from "@/lib/context";
import { formAction } from "@/lib/server/form-action";

const UploadInput = ImportCalendarOptions.omit({ dryRun: true }).extend({
  file: z.instanceof(File),
  intent: z.enum(["check", "import"]),
});

async function importUpload(ctx: Ctx<Manager>, { file, intent, ...options }: z.output<typeof UploadInput>) {
  const content = new Uint8Array(await file.arrayBuffer());
  return importCalendar(ctx, { ...options, content, dryRun: intent === "check" });
}

export const upload = formAction(requireManager, UploadInput, importUpload, {
  revalidate: ["/manager"],
  mayRepeat: true,
});
