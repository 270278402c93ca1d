"use server";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { isLocale } from "@/lib/i18n/locales";
import { isTheme } from "@/lib/server/preferences";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
  revalidatePath("/", "layout");
}

/** Keeps the look this browser shows; anything but a known theme is ignored. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (isTheme(theme)) await remember("theme", theme);
}

/** Keeps the language this browser reads; anything but a known language is ignored. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (isLocale(locale)) await remember("locale", locale);
}
