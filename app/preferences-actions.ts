"use server";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { chooseLanguage } from "@/lib/accounts/service";
import { getSignedIn } from "@/lib/auth/guards";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { isTheme } from "@/lib/server/preferences";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
  revalidatePath("/", "layout");
}

/** A crafted call may send anything in place of a form. */
function choiceIn(form: unknown, name: string): unknown {
  return form instanceof FormData ? form.get(name) : null;
}

/** Keeps the look this browser shows; anything but a known theme is ignored. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = choiceIn(form, "theme");
  if (isTheme(theme)) await remember("theme", theme);
}

/** Keeps the language this browser reads, and with it the account's; anything but a known language is ignored. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = choiceIn(form, "locale");
  if (!isLocale(locale)) return;
  await remember("locale", locale);
  const ctx = await getSignedIn();
  if (ctx) await chooseLanguage(ctx, { locale });
}

/** Gives a browser that has chosen no language the one of the account that signs in. */
export async function startInLanguage(locale: Locale): Promise<void> {
  if (isLocale(locale) && !isLocale((await cookies()).get("locale")?.value)) await remember("locale", locale);
}
