import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Link } from "@/components/ui/layout/link";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, nameIn, namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { LevelsHeader } from "../_components/levels-header";

const PATH = "/manager/requests/types";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.types"))("title") };
}

export default async function RequestTypesPage() {
  const ctx = await requireManager();
  const t = await getTranslations("requests.types");
  const locale = localeOf(await getLocale());
  const [types, duties] = await Promise.all([listRequestTypes(ctx, { withRetired: true }), listDuties(ctx)]);
  const names = namesIn(locale, duties);
  const shown = [...types].sort((a, b) => Number(a.isRetired) - Number(b.isRetired));
  return (
    <Page width="list">
      <LevelsHeader current="types" count={types.length} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-2xl text-base text-ink-2">{t("explain")}</p>
        <LinkButton href={`${PATH}/new`}>
          <Plus aria-hidden />
          {t("add")}
        </LinkButton>
      </div>
      <ul className="-mx-(--edge) border-t border-line">
        {shown.map((type) => {
          const asked = type.fields
            .filter(({ isRetired }) => !isRetired)
            .map((field) => nameIn(locale, field));
          const facts = [
            type.isRetired && t("retired"),
            type.dutyId && t("about", { duty: names[type.dutyId] ?? type.dutyId }),
            asked.length > 0 && t("asks", { fields: asked.join(", ") }),
          ].filter(Boolean);
          return (
            <li key={type.id} className="row grid-cols-[minmax(0,1fr)]">
              <div className="min-w-0">
                <Link href={`${PATH}/${type.id}`} className="row-link">
                  {nameIn(locale, type)}
                </Link>
                <span className="row-meta">{facts.join(" · ")}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
