import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";

type MoreLinkProps = { href?: string; shown?: number; total?: number; label?: string };

/** The end of a list: how much of it is shown, and a link that goes on by cursor. */
export function MoreLink({ href, shown, total, label }: MoreLinkProps) {
  const t = useTranslations("common");
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
      {href && (
        <LinkButton href={href} scroll={false}>
          {label ?? t("action.showMore")}
        </LinkButton>
      )}
      {shown !== undefined && total !== undefined && (
        <p className="tnum">{t("list.shown", { shown, total })}</p>
      )}
    </div>
  );
}
