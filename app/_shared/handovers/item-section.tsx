import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { HandoverView } from "@/lib/handovers/schema";
import { AddItemForm, ItemControls } from "./item-forms";
import { ItemWords } from "./item-words";

type Kind = "watch" | "request" | "recurring" | "date" | "note";

const TITLES = {
  watch: "watch",
  request: "requests",
  recurring: "recurring",
  date: "dates",
  note: "notes",
} as const satisfies Record<Kind, string>;

/** The items of one kind in their order, with what the reader may do to each. */
export function ItemSection({ handover, kind }: { handover: HandoverView; kind: Kind }) {
  const t = useTranslations("handovers.sheet");
  const items = handover.items.filter((item) => item.kind === kind);
  const mayComplete = handover.can.includes("complete");
  const title = TITLES[kind];
  return (
    <Section title={t(title)} meta={items.length || undefined}>
      {items.length === 0 ? (
        <p className="text-base text-ink-2">{t(`${title}None`)}</p>
      ) : (
        <ul className="grid">
          {items.map((item, index) => (
            <li key={item.id} className="grid gap-1 border-b border-line py-2 last:border-0">
              <ItemWords item={item} />
              {mayComplete && (
                <ItemControls item={item} isFirst={index === 0} isLast={index === items.length - 1} />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayComplete && (kind === "watch" || kind === "note") && <AddItemForm id={handover.id} kind={kind} />}
    </Section>
  );
}
