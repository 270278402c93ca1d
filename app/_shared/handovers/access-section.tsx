import { CircleCheck, CircleDashed } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { AccessView, HandoverView } from "@/lib/handovers/schema";
import { AccessTicks, AddAccessForm } from "./access-forms";

/** Each access a cover needs: whether it is given and withdrawn, by whom and when. */
export function AccessSection({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers.access");
  const given = handover.access.filter((item) => item.granted).length;
  return (
    <Section title={t("title")} meta={handover.access.length > 0 && `${given} / ${handover.access.length}`}>
      {handover.access.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul className="grid empty:hidden">
        {handover.access.map((item) => (
          <AccessRow key={item.id} item={item} handover={handover} />
        ))}
      </ul>
      {handover.can.includes("complete") && <AddAccessForm id={handover.id} />}
    </Section>
  );
}

function AccessRow({ item, handover }: { item: AccessView; handover: HandoverView }) {
  const t = useTranslations("handovers.access");
  const format = useFormatter();
  const what = item.label || t(`kind.${item.kind}`);
  const said = (tick: AccessView["granted"], done: "granted" | "withdrawn", open: string) =>
    tick ? t(done, { name: tick.byName, when: format.dateTime(new Date(tick.at), "moment") }) : open;
  return (
    <li className="grid gap-1 border-b border-line py-2 last:border-0">
      <p className="text-base font-medium [overflow-wrap:anywhere]">{what}</p>
      <Line isDone={item.granted !== null}>{said(item.granted, "granted", t("notGranted"))}</Line>
      {item.granted && (handover.hasEnded || item.withdrawn) && (
        <Line isDone={item.withdrawn !== null}>{said(item.withdrawn, "withdrawn", t("notWithdrawn"))}</Line>
      )}
      <AccessTicks item={item} what={what} can={handover.can} hasStarted={handover.hasStarted} />
    </li>
  );
}

function Line({ isDone, children }: { isDone: boolean; children: string }) {
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <p
      className={
        isDone ? "tnum flex gap-1.5 text-sm text-ink-2" : "flex gap-1.5 text-sm font-semibold text-gap-ink"
      }
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}
