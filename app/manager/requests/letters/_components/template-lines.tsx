import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import { type FieldKey, fieldName } from "@/lib/letters/rules-fields";
import type { LetterTemplateView } from "@/lib/letters/templates/schema";

type TemplateLinesProps = {
  templates: readonly LetterTemplateView[];
  pools: readonly { id: string; name: string }[];
};

/** Templates in a list: language, pool where there are several, and the fields each asks for. */
export function TemplateLines({ templates, pools }: TemplateLinesProps) {
  const t = useTranslations("letters");
  const poolNames = new Map(pools.map(({ id, name }) => [id, name]));
  return (
    <>
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
                <Link href={`/manager/requests/letters/${id}`} className="row-link">
                  {name}
                </Link>
                <span className="row-meta">{facts.join(" · ")}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
