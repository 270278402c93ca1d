import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats";
import { ADDRESS_LANGUAGE_HEADER, isLocale, type Locale, localeTag, preferredLocale } from "./locales";
import { messages } from "./messages";

async function requestedLocale(): Promise<Locale> {
  const asked = await headers();
  const inAddress = asked.get(ADDRESS_LANGUAGE_HEADER);
  if (isLocale(inAddress)) return inAddress;
  const chosen = (await cookies()).get("locale")?.value;
  return isLocale(chosen) ? chosen : preferredLocale(asked.get("accept-language"));
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
