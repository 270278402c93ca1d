"use server";
import { z } from "zod";
import type { Executive } from "@/lib/actor";
import { requireExecutive } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { OwnBusyInput } from "@/lib/meetings/busy/schema";
import { forgetOwnBusyTimes, keepOwnBusyTimes } from "@/lib/meetings/busy/service";
import { refuse } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";

const OwnFile = z.strictObject({ file: z.instanceof(File) });
const OWN = { revalidate: ["/executive/meetings"], mayRepeat: true };

async function keepFile(ctx: Ctx<Executive>, { file }: z.output<typeof OwnFile>) {
  const input = OwnBusyInput.safeParse({ calendar: await file.text() });
  return input.success ? keepOwnBusyTimes(ctx, input.data) : refuse("busy_calendar_unreadable");
}

export const keepCalendar = formAction(requireExecutive, OwnFile, keepFile, OWN);
export const forgetCalendar = formAction(requireExecutive, z.strictObject({}), forgetOwnBusyTimes, OWN);
