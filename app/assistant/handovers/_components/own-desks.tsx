import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Section } from "@/components/ui/layout/page";

type OwnDesksProps = { desks: { executiveId: string; name: string; title: string }[] };

/** The assistant's own executives, each with the way to what covers must know of the desk. */
export function OwnDesks({ desks }: OwnDesksProps) {
  const t = useTranslations("handovers.list");
  return (
    <Section title={t("desks")}>
      <p className="text-sm text-ink-2">{desks.length > 0 ? t("desksHint") : t("noDesks")}</p>
      <ul className="grid border-t border-line empty:hidden">
        {desks.map(({ executiveId, name, title }) => (
          <li
            key={executiveId}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2"
          >
            <span className="grid min-w-0 flex-1 basis-48">
              <span className="text-base font-medium">{name}</span>
              {title && <span className="text-sm text-ink-2">{title}</span>}
            </span>
            <LinkButton href={`/assistant/desks/${executiveId}`} aria-label={t("openDeskOf", { name })}>
              {t("openDesk")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
