"use server";
import { redirect } from "next/navigation";
import { leave } from "@/lib/auth/entrance";

/** Ends this browser's session and goes to the sign-in page, by the provider it came from where that has a way out. */
export async function signOut(): Promise<void> {
  redirect(await leave());
}
