import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { Preferences } from "@/components/shell/shell-types";
import { localeOf } from "@/lib/i18n/locales";
import { isTheme } from "@/lib/server/preferences";
import { chooseLocale, chooseTheme } from "./preferences-actions";

/** The theme and language of this browser, with the actions that change them. */
export async function getPreferences(): Promise<Preferences> {
  const theme = (await cookies()).get("theme")?.value;
  return {
    theme: isTheme(theme) ? theme : "system",
    locale: localeOf(await getLocale()),
    chooseTheme,
    chooseLocale,
  };
}
