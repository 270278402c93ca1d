import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotIcon, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { Section } from "@/components/ui/layout/page";
import type { OwnCoverView } from "@/lib/handovers/schema";

/** Who covers in the coming days, what they have read, and what access they have. Never why. */
export function OwnCovers({ covers }: { covers: OwnCoverView[] }) {
  const t = useTranslations("handovers.covers");
  return (
    <Section title={t("title")}>
      {covers.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul className="grid gap-2 empty:hidden">
        {covers.map((cover) => (
          <Cover key={cover.id} cover={cover} />
        ))}
      </ul>
    </Section>
  );
}

function Cover({ cover }: { cover: OwnCoverView }) {
  const t = useTranslations("handovers.covers");
  const range = useRangeWords()(cover);
  const mark = cover.coverName ? "cover" : "gap";
  const { status, accessGiven, accessNeeded } = cover;
  return (
    <li className={cx("flex items-start gap-3 rounded-md px-3 py-2 text-sm", slotStyle[mark])}>
      <SlotIcon mark={mark} className="mt-0.5" />
      <span className="grid min-w-0 gap-0.5">
        <span className="text-base font-medium">{cover.coverName ?? t("nobody")}</span>
        <span className="tnum">{range}</span>
        {status !== "handed_back" && status !== "closed" && <span>{t(status)}</span>}
        {accessNeeded > 0 && (
          <span className="tnum">{t("access", { given: accessGiven, needed: accessNeeded })}</span>
        )}
      </span>
    </li>
  );
}
