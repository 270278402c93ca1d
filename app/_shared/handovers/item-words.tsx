import { useTranslations } from "next-intl";
import { useRecurrenceWords } from "@/components/handovers/when-words";
import { RequestBadge } from "@/components/requests/request-list";
import { useDayWords } from "@/components/time/use-day-words";
import { Badge } from "@/components/ui/layout/badge";
import type { HandoverItemView } from "@/lib/handovers/schema";
import type { SupportRequestView } from "@/lib/requests/schema";

/** One thing to know: its words, and when it is. */
export function ItemWords({ item }: { item: HandoverItemView }) {
  const t = useTranslations("handovers.sheet");
  const dayWords = useDayWords();
  const recurrence = useRecurrenceWords();
  const when =
    item.kind === "recurring"
      ? recurrence(item)
      : item.on && (item.kind === "request" ? t("due", { day: dayWords(item.on) }) : dayWords(item.on));
  const facts = [when, item.isEdited && item.isGenerated && t("edited")].filter(Boolean);
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-base whitespace-pre-line [overflow-wrap:anywhere]">{item.text}</span>
        {item.requestStatus && <RequestBadge status={item.requestStatus as SupportRequestView["status"]} />}
        {item.isNew && (
          <Badge tone="plan" icon={null}>
            {t("isNew")}
          </Badge>
        )}
      </p>
      {facts.length > 0 && <p className="tnum text-sm text-ink-2">{facts.join(" · ")}</p>}
    </div>
  );
}
