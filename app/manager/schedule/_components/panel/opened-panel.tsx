"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { OPEN_ROW } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";
import { hoursText } from "@/lib/time/hours";
import { type OpenedPlace, useSchedule } from "../schedule-context";
import { workWords } from "../use-shift-words";
import { NewShift } from "./new-shift";
import { ShiftPanel } from "./shift-panel";

type OpenedPanelProps = { opened: OpenedPlace; close: () => void };

/** What was opened: under it on a wide screen, from below on a phone. */
export function OpenedPanel({ opened, close }: OpenedPanelProps) {
  const t = useTranslations("schedule");
  const common = useTranslations("common.action");
  const { people, roles } = useSchedule();
  const dayWords = useDayWords();
  const trigger = useRef(opened.trigger);
  const rowId = opened.kind === "new" ? opened.rowId : (opened.shift.assistantId ?? OPEN_ROW);
  const title = people.get(rowId)?.name ?? t("open");
  const on = opened.kind === "new" ? opened.on : opened.shift.on;
  const meta =
    opened.kind === "new"
      ? dayWords(on)
      : [`${dayWords(on)}, ${hoursText(opened.shift)}`, workWords(opened.shift.work, roles)].join(" · ");
  const panel =
    opened.kind === "new" ? (
      <NewShift rowId={rowId} on={on} close={close} />
    ) : (
      <ShiftPanel shift={opened.shift} isSplitting={opened.isSplitting} close={close} />
    );
  const steering = { isOpen: true, onOpenChange: (isOpen: boolean) => !isOpen && close() };
  if (!opened.trigger.closest(".schedule"))
    return (
      <Sheet {...steering} title={title} description={meta}>
        {panel}
      </Sheet>
    );
  return (
    <Popover {...steering} label={`${title}, ${meta}`} triggerRef={trigger} className="w-[424px] rounded-xl">
      <header className="flex items-start gap-2 pb-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          <p className="text-xs text-ink-2">{meta}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={common("close")}
          onPress={close}
          icon={<X aria-hidden />}
        />
      </header>
      {panel}
    </Popover>
  );
}
