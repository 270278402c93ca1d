import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { type FieldKey, fieldName } from "@/lib/letters/rules-fields";
import { listLetterTemplates } from "@/lib/letters/templates/queries";
import { listPools } from "@/lib/pools/queries";

const PATH = "/manager/requests/letters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters.templates"))("title") };
}

export default async function LetterTemplatesPage() {
  const ctx = await requireManager();
  const t = await getTranslations("letters");
  const [templates, pools] = await Promise.all([
    listLetterTemplates(ctx, { withRetired: true }),
    listPools(ctx),
  ]);
  const poolNames = new Map(pools.map(({ id, name }) => [id, name]));
  return (
    <Page>
      <PageHeader
        title={t("templates.title")}
        actions={
          <LinkButton href={`${PATH}/new`}>
            <Plus aria-hidden />
            {t("templates.add")}
          </LinkButton>
        }
      />
      <p className="max-w-2xl text-base text-ink-2">{t("templates.explain")}</p>
      {templates.length === 0 && <EmptyState>{t("templates.empty")}</EmptyState>}
      <ul className="-mx-(--edge) border-t border-line empty:hidden">
        {templates.map(({ id, poolId, name, language, fields, isRetired }) => {
          const named = fields.map((key) => fieldName(key as FieldKey, language)).join(", ");
          const facts = [
            pools.length > 1 && poolNames.get(poolId),
            t(`form.${language}`),
            isRetired && t("templates.retired"),
            named && t("templates.asks", { fields: named }),
          ].filter(Boolean);
          return (
            <li key={id} className="row grid-cols-[minmax(0,1fr)]">
              <div className="min-w-0">
                <Link href={`${PATH}/${id}`} className="row-link">
                  {name}
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
