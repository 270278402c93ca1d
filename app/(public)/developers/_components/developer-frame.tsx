import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { LanguageForm, ThemeForm } from "@/components/shell/preference-forms";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { getPreferences } from "../../../preferences";

type DeveloperFrameProps = {
  groups: readonly { slug: string; name: string }[];
  current: string | null;
  children: ReactNode;
};

/** The pages of the API's reference: its groups at the side, one group's operations beside them. */
export async function DeveloperFrame({ groups, current, children }: DeveloperFrameProps) {
  const t = await getTranslations("api.reference");
  const preferences = await getPreferences();
  const places = [{ slug: "", name: t("overview") }, ...groups];
  return (
    <div className="min-h-dvh bg-surface">
      <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] content-start gap-x-10 px-4 md:grid-cols-[15rem_minmax(0,1fr)] md:px-6">
        <aside className="grid content-start gap-4 pt-4 md:sticky md:top-0 md:h-dvh md:overflow-y-auto md:pt-6 md:pb-6">
          <Link href="/" className="w-fit rounded-md touch:inline-flex touch:min-h-11 touch:items-center">
            <Brand />
          </Link>
          <nav aria-label={t("groups")}>
            <ul className="flex flex-wrap gap-x-1 md:grid">
              {places.map(({ slug, name }) => (
                <li key={slug}>
                  <Link
                    href={slug ? `/developers/${slug}` : "/developers"}
                    aria-current={(current ?? "") === slug ? "page" : undefined}
                    lang={slug ? "en" : undefined}
                    className={cx(
                      "flex min-h-8 items-center rounded-md px-2 text-sm text-ink-2 hover:bg-canvas hover:text-ink touch:min-h-11",
                      (current ?? "") === slug && "bg-sunken font-medium text-ink",
                    )}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="hidden gap-3 md:mt-auto md:grid">
            <ThemeForm {...preferences} />
            <LanguageForm {...preferences} />
          </div>
        </aside>
        <main className="grid content-start gap-6 pt-4 pb-12 md:pt-6">{children}</main>
        <footer className="grid gap-3 pb-6 md:hidden">
          <ThemeForm {...preferences} />
          <LanguageForm {...preferences} />
        </footer>
      </div>
    </div>
  );
}
