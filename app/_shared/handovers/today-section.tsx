import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import { isForDay } from "@/lib/handovers/content/rules";
import type { HandoverView } from "@/lib/handovers/schema";
import { day } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";
import { ItemWords } from "./item-words";

const END_OF_DAY = 1_440;

/** What this very day asks of whoever sits at the executive, in the order of the clock. */
export function TodaySection({ handover: { items, today } }: { handover: HandoverView }) {
  const t = useTranslations("handovers.sheet");
  const now = items
    .filter((item) => isForDay(item, day(today)))
    .sort((a, b) => (a.minute ?? END_OF_DAY) - (b.minute ?? END_OF_DAY));
  return (
    <Section title={t("today")}>
      {now.length === 0 ? (
        <p className="text-base text-ink-2">{t("todayNothing")}</p>
      ) : (
        <ul className="grid gap-2">
          {now.map((item) => (
            <li
              key={item.id}
              className="flex items-baseline gap-3 rounded-md bg-cover-bg px-3 py-2 text-cover-ink"
            >
              <span className="tnum w-12 shrink-0 text-sm font-semibold">
                {item.minute === null ? "–" : clockText(item.minute)}
              </span>
              <ItemText item={item} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ItemText({ item }: { item: HandoverView["items"][number] }) {
  if (item.kind === "request") return <ItemWords item={item} />;
  return <span className="text-base whitespace-pre-line [overflow-wrap:anywhere]">{item.text}</span>;
}
