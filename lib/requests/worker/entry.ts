import { parentPort, workerData } from "node:worker_threads";
import type { ReadMailReply } from "./read-mail";
import { runReadMail } from "./read-mail-task";

const reply = (message: ReadMailReply) => parentPort?.postMessage(message);

try {
  reply({ ok: true, mail: await runReadMail(workerData as Uint8Array) });
} catch (error) {
  reply({ ok: false, message: error instanceof Error ? error.message : String(error) });
}
