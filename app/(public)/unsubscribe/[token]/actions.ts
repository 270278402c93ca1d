"use server";
import { redirect } from "next/navigation";
import { asAnyone } from "@/lib/auth/guards";
import { unsubscribe } from "@/lib/notices/service-unsubscribe";

/** Stops mail of the kinds of the mail one came from. */
export async function stopMail(token: string): Promise<void> {
  await unsubscribe(asAnyone(), token);
  redirect(`/unsubscribe/${token}?done=1`);
}
