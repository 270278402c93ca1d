import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Section } from "@/components/ui/layout/page";

type OwnExecutivesProps = { executives: { executiveId: string; name: string; title: string }[] };

/** The assistant's own executives, each with the way to what covers must know of the executive. */
export function OwnExecutives({ executives }: OwnExecutivesProps) {
  const t = useTranslations("handovers.list");
  return (
    <Section title={t("executives")}>
      <p className="text-sm text-ink-2">{executives.length > 0 ? t("executivesHint") : t("noExecutives")}</p>
      <ul className="grid border-t border-line empty:hidden">
        {executives.map(({ executiveId, name, title }) => (
          <li
            key={executiveId}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2"
          >
            <span className="grid min-w-0 flex-1 basis-48">
              <span className="text-base font-medium">{name}</span>
              {title && <span className="text-sm text-ink-2">{title}</span>}
            </span>
            <LinkButton
              href={`/assistant/executives/${executiveId}`}
              aria-label={t("openExecutiveOf", { name })}
            >
              {t("openExecutive")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
