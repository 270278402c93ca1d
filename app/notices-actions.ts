"use server";
import { revalidatePath } from "next/cache";
import { requirePerson } from "@/lib/auth/guards";
import { markNoticesRead } from "@/lib/notices/service";

/** Marks everything the person has been told so far as read. */
export async function markRead(): Promise<void> {
  await markNoticesRead(await requirePerson());
  revalidatePath("/", "layout");
}
