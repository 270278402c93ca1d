import "./globals.css";
import "./print.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/overlays/toaster";
import { localeOf } from "@/lib/i18n/locales";
import { themeAttribute } from "@/lib/server/preferences";
import { fontVariables } from "./fonts";
import { Providers } from "./providers";
import { Words } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: { default: "Standby", template: "%s · Standby" }, description: t("lead") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f6f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1318" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = themeAttribute((await cookies()).get("theme")?.value);
  return (
    <html lang={locale} data-theme={theme} className={fontVariables}>
      <body className="font-sans text-base antialiased">
        <NextIntlClientProvider messages={null}>
          <Words locale={localeOf(locale)}>
            <Providers locale={locale}>
              {children}
              <Toaster />
            </Providers>
          </Words>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
