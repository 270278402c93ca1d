import { kindOf } from "@/lib/files/rules-kinds";
import { textOfDocx } from "./docx";
import { textOfPdf } from "./pdf";
import type { ResumeReply } from "./read";

process.once("message", async (bytes: Uint8Array) => {
  const reply = (answer: ResumeReply) => process.send?.(answer, () => process.exit(0));
  try {
    reply({ ok: true, text: kindOf(bytes) === "pdf" ? await textOfPdf(bytes) : textOfDocx(bytes) });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    reply({ ok: false, fault: isLocked ? "locked" : "unreadable" });
  }
});

// Its time counts from here.
process.send?.("ready");
