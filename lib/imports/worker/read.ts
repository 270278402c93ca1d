import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { IcsFile, IcsLimits } from "@/lib/ics/read";
import type { ExportFormat, ExportSheet } from "@/lib/imports/export/schema";
import type { OfficeFiles } from "@/lib/imports/schema";
import type { ReadFiles } from "@/lib/imports/sheets/queries";
import { ok, type Result, refuse } from "@/lib/result";

/** Tables to be made one file of. */
export type ArchiveOrder = { format: ExportFormat; sheets: readonly ExportSheet[]; separator: string };

/** What the thread is asked to read, or to write. */
export type ReadingRequest =
  | { kind: "sheets"; files: OfficeFiles }
  | { kind: "calendar"; content: Uint8Array | string; limits: IcsLimits }
  | ({ kind: "archive" } & ArchiveOrder);
export type ReadingReply = { ok: true; value: unknown } | { ok: false; error: unknown };

/** How much files may take to be read. */
export type ReadingLimits = { ms: number; megabytes: number };

const LIMITS: ReadingLimits = { ms: 60_000, megabytes: 1_024 };
const LARGE_BYTES = 1_000_000;
const BYTES_PER_ROW = 100;
const BOOT = ["lib", "imports", "worker", "boot.mjs"];

type Reading = { worker: Worker | null; last: Promise<unknown> };

// On globalThis, so that a bundle loaded twice or reloaded in development shares the thread.
const shared = globalThis as { standbyReading?: Reading };
shared.standbyReading ??= { worker: null, last: Promise.resolve() };
const reading = shared.standbyReading;

/** Reads the sheets of an office in a thread of their own; refuses those that take too long or too much memory. */
export function readSheets(
  files: OfficeFiles,
  limits = LIMITS,
): Promise<Result<ReadFiles, "import_too_large">> {
  return readInTurn<ReadFiles>({ kind: "sheets", files }, limits);
}

/** Reads a calendar file in a thread of its own, under the same limits. */
export function readCalendar(
  content: Uint8Array | string,
  given: IcsLimits,
  limits = LIMITS,
): Promise<Result<IcsFile, "import_too_large">> {
  return readInTurn<IcsFile>({ kind: "calendar", content, limits: given }, limits);
}

/** Makes one file of an office's tables, in the same thread. */
export function makeArchive(
  order: ArchiveOrder,
  limits = LIMITS,
): Promise<Result<Uint8Array, "import_too_large">> {
  return readInTurn<Uint8Array>({ kind: "archive", ...order }, limits);
}

/** One after another, so that two large uploads don't take memory and processor from everybody together. */
function readInTurn<T>(
  request: ReadingRequest,
  limits: ReadingLimits,
): Promise<Result<T, "import_too_large">> {
  const turn = reading.last.then(() => read<T>(request, limits));
  reading.last = turn.catch(() => undefined);
  return turn;
}

async function read<T>(
  request: ReadingRequest,
  { ms, megabytes }: ReadingLimits,
): Promise<Result<T, "import_too_large">> {
  const worker = workerWith(megabytes);
  worker.ref();
  try {
    const reply = await replyWithin(worker, request, ms);
    if (reply === null) return refuse("import_too_large");
    if (!reply.ok) throw reply.error;
    return ok(reply.value as T);
  } finally {
    worker.unref();
    // What it needed for a large file it would keep.
    if (sizeOf(request) > LARGE_BYTES) end(worker);
  }
}

function sizeOf(request: ReadingRequest): number {
  if (request.kind === "archive")
    return request.sheets.reduce((sum, { rows }) => sum + rows.length * BYTES_PER_ROW, 0);
  const texts = request.kind === "calendar" ? [request.content] : Object.values(request.files);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

/** The idle thread, where it has these limits; another one in its place. */
function workerWith(megabytes: number): Worker {
  if (reading.worker?.resourceLimits?.maxOldGenerationSizeMb === megabytes) return reading.worker;
  end(reading.worker);
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...BOOT), {
    execArgv: ["--conditions=react-server"],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  worker.on("error", () => end(worker));
  worker.on("exit", () => end(worker));
  reading.worker = worker;
  return worker;
}

function end(worker: Worker | null): void {
  if (reading.worker === worker) reading.worker = null;
  void worker?.terminate();
}

/** The thread's reply; null when it takes too long or too much memory, and then the thread is ended. */
function replyWithin(worker: Worker, request: ReadingRequest, ms: number): Promise<ReadingReply | null> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off("message", onReply).off("error", onError).off("exit", onExit);
      finish();
    };
    const onReply = (reply: ReadingReply) => settle(() => resolve(reply));
    const onError = (error: Error & { code?: string }) =>
      settle(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve(null) : reject(error)));
    const onExit = () => settle(() => reject(new Error("the thread that reads files ended")));
    const timer = setTimeout(() => {
      end(worker);
      settle(() => resolve(null));
    }, ms);
    worker.on("message", onReply).on("error", onError).on("exit", onExit);
    worker.postMessage(request);
  });
}
