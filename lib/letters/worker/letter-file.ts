import { inThread } from "@/lib/threads/threads";
import type { LetterOrder, LetterPages } from "./order";

export type LetterFileRequest = { kind: "letter_file"; order: LetterOrder };
export type LetterFileReply = { kind: "letter_file_done"; file: LetterPages };

/** A letter is some pages; what takes longer than this is ended with its thread. */
const LIMIT_MS = 20_000;

/** Makes a file of a letter off the main thread, and only there; throws where that takes too long. */
export function makeLetterFile(order: LetterOrder): Promise<LetterPages> {
  return inThread<LetterFileReply, LetterPages>({
    limitMs: LIMIT_MS,
    ask: (): LetterFileRequest => ({ kind: "letter_file", order }),
    hear: ({ file }) => ({ answer: file }),
    here: () => Promise.reject(new Error("a letter is made in a thread alone")),
  });
}
