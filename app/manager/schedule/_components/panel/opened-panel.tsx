"use client";
import { useTranslations } from "next-intl";
import { PlacePanel } from "@/app/_shared/week/place-panel";
import { OPEN_ROW } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { hoursText } from "@/lib/time/hours";
import { WhyProposed } from "../fill/why-proposed";
import { type OpenedPlace, useSchedule } from "../schedule-context";
import { workWords } from "../use-shift-words";
import { NewShift } from "./new-shift";
import { ShiftPanel } from "./shift-panel";

type OpenedPanelProps = { opened: OpenedPlace; close: () => void };

/** What was opened: under it on a wide screen, from below on a phone. */
export function OpenedPanel({ opened, close }: OpenedPanelProps) {
  const t = useTranslations("schedule");
  const { people, roles, fill } = useSchedule();
  const proposed = opened.kind === "shift" ? opened.shift.proposed : undefined;
  const dayWords = useDayWords();
  const rowId = opened.kind === "new" ? opened.rowId : (opened.shift.assistantId ?? OPEN_ROW);
  const title = people.get(rowId)?.name ?? t("open");
  const on = opened.kind === "new" ? opened.on : opened.shift.on;
  const meta =
    opened.kind === "new"
      ? dayWords(on)
      : [`${dayWords(on)}, ${hoursText(opened.shift)}`, workWords(opened.shift.work, roles)].join(" · ");
  return (
    <PlacePanel
      layout={opened.trigger.closest(".schedule") ? "grid" : "list"}
      isOpen
      close={close}
      trigger={opened.trigger}
      label={`${title}, ${meta}`}
      title={title}
      meta={meta}
    >
      {opened.kind === "new" && <NewShift rowId={rowId} on={on} close={close} />}
      {proposed !== undefined && fill && <WhyProposed fill={fill} index={proposed} />}
      {opened.kind === "shift" && proposed === undefined && (
        <ShiftPanel shift={opened.shift} isSplitting={opened.isSplitting} close={close} />
      )}
    </PlacePanel>
  );
}
