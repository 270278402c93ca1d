import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTimeSpeaker } from "@/components/time/use-range-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Link } from "@/components/ui/layout/link";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Section } from "@/components/ui/layout/page";
import { briefWords } from "@/lib/insight/brief/rules-words";
import type { BriefBlock } from "@/lib/insight/brief/schema";

/** What waits, block by block; each line is the way to put it right. */
export function BriefBlocks({ blocks }: { blocks: readonly BriefBlock[] }) {
  const t = useTranslations("brief");
  const time = useTimeSpeaker();
  return blocks.map(({ key, count, lines, href }) => (
    <Section
      key={key}
      title={t(`block.${key}`)}
      meta={count}
      actions={key === "gaps" && <LinkButton href={href}>{t("plan")}</LinkButton>}
    >
      <ul>
        {lines.map((line) => (
          <li
            key={briefWords({ t, time }, line)}
            className="relative flex min-h-11 items-center gap-3 border-b border-hair py-2 hover:bg-hover"
          >
            <Link href={line.href} className="list-row-link min-w-0 flex-1 text-sm text-pretty">
              {briefWords({ t, time }, line)}
            </Link>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 print:hidden" />
          </li>
        ))}
      </ul>
      {count > lines.length && <MoreLink href={href} label={t("more", { count: count - lines.length })} />}
    </Section>
  ));
}
