import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { plainResumeText, type ResumeTextFault } from "../resumes/rules";

export type ResumeReply = { ok: true; text: string } | { ok: false; fault: ResumeTextFault };

const boot = ["lib", "hiring", "worker", "boot.mjs"];
const LIMIT_MS = 10_000;
const START_LIMIT_MS = 30_000;
const LIMIT_BYTES = 512 * 1024 * 1024;
const HEAP_MB = 256;
const LOOK_EVERY_MS = 100;
const PAGE_BYTES = 4_096;

/**
 * Takes the text out of a PDF or DOCX in a process of its own that knows nothing else, and ends it: in 10 s and 512 MB at most. Threads
 * would not do, for their limits leave out what pdf.js keeps its memory in. Never throws: what can't be read says why.
 */
export function readResume(bytes: Uint8Array): Promise<ResumeReply> {
  const child = fork(join(/* turbopackIgnore: true */ process.cwd(), ...boot), {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: "ignore",
  });
  return new Promise((resolve) => {
    const end = (reply: ResumeReply) => {
      clearTimeout(limit);
      clearInterval(looks);
      child.kill("SIGKILL");
      resolve(reply.ok ? readable(reply.text) : reply);
    };
    let limit = setTimeout(() => end({ ok: false, fault: "too_much" }), START_LIMIT_MS);
    const looks = setInterval(async () => {
      if ((await residentBytes(child.pid)) > LIMIT_BYTES) end({ ok: false, fault: "too_much" });
    }, LOOK_EVERY_MS);
    child.on("message", (said: "ready" | ResumeReply) => {
      if (said !== "ready") return end(said);
      clearTimeout(limit);
      limit = setTimeout(() => end({ ok: false, fault: "too_much" }), LIMIT_MS);
      child.send(bytes, () => undefined);
    });
    child.once("error", () => end({ ok: false, fault: "unreadable" }));
    // Out of memory is one of the ways to go.
    child.once("exit", () => end({ ok: false, fault: "too_much" }));
  });
}

function readable(text: string): ResumeReply {
  const plain = plainResumeText(text);
  return plain === "" ? { ok: false, fault: "empty" } : { ok: true, text: plain };
}

/** The memory a process holds, where the system tells (Linux); 0 elsewhere. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(pages.split(" ")[1] ?? 0) * PAGE_BYTES;
}
