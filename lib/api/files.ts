import "server-only";
import { z } from "zod";
import { MOST_FILE_BYTES } from "@/lib/files/rules-limits";
import { FileView } from "@/lib/files/schema";
import { keepFiles } from "@/lib/files/service";
import { ok, refuse } from "@/lib/result";
import { personApi } from "./base";
import { requireValue } from "./refusals";

const FORM_BYTES = 64 * 1_024;

/** Files sent ahead of what they belong to. */
export const filesApi = {
  create: personApi
    .meta({
      access: "person",
      maxBodyBytes: MOST_FILE_BYTES + FORM_BYTES,
      takesFiles: ["file=@ticket.pdf"],
    })
    .route({
      method: "POST",
      path: "/files",
      successStatus: 201,
      summary: "Send a file",
      description:
        "Keeps a file of at most 10 MB for a day, until a request or a comment of yours names its id in fileIds. Its kind is recognised by its content; programs and archives are refused.",
    })
    .input(z.strictObject({ file: z.file().optional() }))
    .output(FileView)
    .handler(async ({ context: { ctx }, input }) => {
      const sent = input.file ? await keepFiles(ctx, [input.file]) : ok([]);
      const [kept] = requireValue(sent);
      return kept ?? requireValue(refuse("file_empty", { path: "file", details: { name: "" } }));
    }),
};
