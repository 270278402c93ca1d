import { textOfDocx } from "./docx";
import { textOfPdf } from "./pdf";
import type { ResumeReply } from "./read";

const OPENING = 5;

process.once("message", async (bytes: Uint8Array) => {
  const reply = (answer: ResumeReply) => process.send?.(answer, () => process.exit(0));
  try {
    const isPdf =
      new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).trimStart().slice(0, OPENING) === "%PDF-";
    reply({ ok: true, text: isPdf ? await textOfPdf(bytes) : textOfDocx(bytes) });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    reply({ ok: false, fault: isLocked ? "locked" : "unreadable" });
  }
});

// Its time counts from here.
process.send?.("ready");
