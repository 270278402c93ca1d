import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readApplication } from "../applications/queries";
import type { ResumeTextFault } from "./rules";
import type { ResumeTextView } from "./schema";

/** The text of an application's résumé, for the managers of its pool; null while it is yet to be read, or there is none. */
export async function getResumeText(
  ctx: Ctx<Manager>,
  applicationId: string,
): Promise<ResumeTextView | null> {
  const { id } = await readApplication(ctx, applicationId);
  const row = await ctx.db.resumeText.findUnique({
    where: { applicationId: id },
    select: { text: true, fault: true },
  });
  return row && { text: row.text, fault: row.fault as ResumeTextFault | null };
}
