import { parentPort } from "node:worker_threads";
import { readIcs } from "@/lib/ics/read";
import { readFiles } from "@/lib/imports/sheets/queries";
import type { ReadingReply, ReadingRequest } from "./read";

parentPort?.on("message", (request: ReadingRequest) => parentPort?.postMessage(replyTo(request)));

function replyTo(request: ReadingRequest): ReadingReply {
  try {
    return { ok: true, value: contentOf(request) };
  } catch (error) {
    return { ok: false, error };
  }
}

function contentOf(request: ReadingRequest): unknown {
  return request.kind === "sheets" ? readFiles(request.files) : readIcs(request.content, request.limits);
}
