"use server";
import { z } from "zod";
import { Flag } from "@/lib/absences/settings/schema";
import type { Manager } from "@/lib/actor";
import { requireManager } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { IMPORT_FILES, PoolDefaults } from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { UndoImportInput } from "@/lib/imports/undo/schema";
import { undoImport } from "@/lib/imports/undo/service";
import { formAction } from "@/lib/server/form-action";

const UploadInput = z.strictObject({
  ...Object.fromEntries(IMPORT_FILES.map((name) => [name, z.instanceof(File).optional()])),
  ...PoolDefaults.shape,
  asRequested: Flag.default(false),
  intent: z.enum(["check", "import"]),
});

/** Reads the uploaded files into memory and hands them to the one import there is. */
async function importUploads(ctx: Ctx<Manager>, input: z.output<typeof UploadInput>) {
  const { intent, timeZone, holidayRegion, asRequested, ...uploads } = input;
  const read = Object.entries(uploads as Record<string, File | undefined>).map(
    async ([name, file]) => [name, file && new Uint8Array(await file.arrayBuffer())] as const,
  );
  const files = Object.fromEntries((await Promise.all(read)).filter(([, content]) => content !== undefined));
  const poolDefaults = { timeZone, holidayRegion };
  return importOffice(ctx, { files, dryRun: intent === "check", poolDefaults, asRequested });
}

export const upload = formAction(requireManager, UploadInput, importUploads, {
  revalidate: ["/manager"],
  mayRepeat: true,
});

/** Takes an import of one's own back. */
export const takeBack = formAction(
  requireManager,
  UndoImportInput,
  (ctx, { id }) => undoImport(ctx, { id, dryRun: false }),
  { revalidate: ["/manager"] },
);
