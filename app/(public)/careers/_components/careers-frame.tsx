import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localeOf } from "@/lib/i18n/locales";

type CareersFrameProps = { employer: string; path: string; children: ReactNode };

/** A page for anybody who looks for work: who hires, and the other language; it needs neither script nor cookie. */
export function CareersFrame({ employer, path, children }: CareersFrameProps) {
  const t = useTranslations("careers");
  const other = localeOf(useLocale()) === "sv" ? "en" : "sv";
  return (
    <div className="min-h-dvh bg-surface">
      <header className="border-b border-line">
        <div className="mx-auto flex min-h-16 w-full max-w-2xl items-center gap-3 px-5">
          <span
            aria-hidden
            className="grid size-7 place-items-center rounded-full bg-ink text-sm font-semibold text-surface"
          >
            {employer.charAt(0)}
          </span>
          <a
            href={`/careers?lang=${other === "sv" ? "en" : "sv"}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {employer}
          </a>
          <a
            href={`${path}?lang=${other}`}
            hrefLang={other}
            lang={other}
            className="ml-auto inline-flex min-h-11 items-center text-base text-ink-2 hover:text-ink"
          >
            {t("otherLanguage")}
          </a>
        </div>
      </header>
      <main className="mx-auto grid w-full max-w-2xl content-start gap-8 px-5 pt-8 pb-12">{children}</main>
    </div>
  );
}
