import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats";
import { isLocale, type Locale, localeTag, preferredLocale } from "./locales";
import { messages } from "./messages";

async function requestedLocale(): Promise<Locale> {
  const chosen = (await cookies()).get("locale")?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}

export default getRequestConfig(async () => {
  const locale = await requestedLocale();
  return {
    locale: localeTag(locale),
    messages: messages[locale],
    timeZone: "Europe/Stockholm",
    formats,
    // Server and browser must agree on the year in which days are read.
    now: new Date(),
  };
});
