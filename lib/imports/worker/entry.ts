import { parentPort } from "node:worker_threads";
import { readIcs } from "@/lib/ics/read";
import { packSheets } from "@/lib/imports/export/queries-files";
import { readFiles } from "@/lib/imports/sheets/queries";
import type { ReadingReply, ReadingRequest } from "./read";

parentPort?.on("message", async (request: ReadingRequest) => parentPort?.postMessage(await replyTo(request)));

async function replyTo(request: ReadingRequest): Promise<ReadingReply> {
  try {
    return { ok: true, value: await contentOf(request) };
  } catch (error) {
    return { ok: false, error };
  }
}

function contentOf(request: ReadingRequest): unknown {
  switch (request.kind) {
    case "sheets":
      return readFiles(request.files);
    case "calendar":
      return readIcs(request.content, request.limits);
    case "archive":
      return packSheets(request.format, request.sheets, request.separator);
  }
}
