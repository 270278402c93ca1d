import "server-only";
import type { Ctx } from "@/lib/context";

/** How an assistant can be reached, for those they work for; an empty phone is none. */
export async function getContact(
  { db }: Ctx,
  assistantId: string,
): Promise<{ email: string; phone: string } | null> {
  const row = await db.assistant.findUnique({
    where: { id: assistantId },
    select: { phone: true, user: { select: { email: true } } },
  });
  return row && { email: row.user.email, phone: row.phone };
}
