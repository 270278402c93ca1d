"use server";
import { z } from "zod";
import type { Manager } from "@/lib/actor";
import { requireManager } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { importSchedule } from "@/lib/imports/schedule/service";
import { SCHEDULE_FILES } from "@/lib/imports/schema";
import {
  AddDemandInput,
  ChangeWorkRoleInput,
  CreateTemplateInput,
  CreateWorkRoleInput,
  SetupIdInput,
} from "@/lib/schedules/setup/schema";
import {
  addDemand,
  changeWorkRole,
  createTemplate,
  createWorkRole,
  removeDemand,
  removeTemplate,
  setSchedulePolicy,
} from "@/lib/schedules/setup/service";
import { formAction } from "@/lib/server/form-action";
import { RulesFormInput } from "./form-input";

const HERE = { revalidate: ["/manager/schedule"] };

const UploadInput = z.strictObject({
  ...Object.fromEntries(SCHEDULE_FILES.map((name) => [name, z.instanceof(File).optional()])),
  intent: z.enum(["check", "import"]),
});

/** Reads the uploaded files into memory and hands them to the verb. */
async function importUploads(ctx: Ctx<Manager>, { intent, ...uploads }: z.output<typeof UploadInput>) {
  const read = Object.entries(uploads as Record<string, File | undefined>).map(
    async ([name, file]) => [name, file && new Uint8Array(await file.arrayBuffer())] as const,
  );
  const files = Object.fromEntries((await Promise.all(read)).filter(([, content]) => content !== undefined));
  return importSchedule(ctx, { files, dryRun: intent === "check" });
}

export const importFiles = formAction(requireManager, UploadInput, importUploads, {
  ...HERE,
  mayRepeat: true,
});
export const makeRole = formAction(requireManager, CreateWorkRoleInput, createWorkRole, HERE);
export const saveRole = formAction(requireManager, ChangeWorkRoleInput, changeWorkRole, HERE);
export const makeNeed = formAction(requireManager, AddDemandInput, addDemand, HERE);
export const deleteNeed = formAction(requireManager, SetupIdInput, removeDemand, HERE);
export const makeTemplate = formAction(requireManager, CreateTemplateInput, createTemplate, HERE);
export const deleteTemplate = formAction(requireManager, SetupIdInput, removeTemplate, HERE);
export const saveRules = formAction(requireManager, RulesFormInput, setSchedulePolicy, HERE);
