"use server";
import { redirect } from "next/navigation";
import { leave } from "@/lib/auth/entrance";

/** Ends this browser's session and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  await leave();
  redirect("/sign-in");
}
