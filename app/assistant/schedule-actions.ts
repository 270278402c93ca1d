"use server";
import { revalidatePath } from "next/cache";
import { requireAssistant } from "@/lib/auth/guards";
import { PublicationIdInput } from "@/lib/schedules/publishing/schema";
import { acknowledgePublication } from "@/lib/schedules/publishing/service";

/** Says that one has read what a publication changed; works before JavaScript. */
export async function acknowledge(form: FormData): Promise<void> {
  const ctx = await requireAssistant();
  const input = PublicationIdInput.safeParse({ publicationId: form.get("publicationId") });
  if (input.success) await acknowledgePublication(ctx, input.data);
  revalidatePath("/assistant", "layout");
}
