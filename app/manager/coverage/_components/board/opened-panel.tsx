"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { rangeOfPlaces } from "@/app/manager/coverage/board-lines";
import { useRangeWords } from "@/components/time/use-range-words";
import { Button } from "@/components/ui/forms/button";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { type Opened, useBoard } from "./board-context";
import { SlotPanel } from "./slot-panel";

type OpenedPanelProps = { line: BoardLine; stretch: BoardStretch; opened: Opened; close: () => void };

/** The panel of the stretch that was opened: under it on a wide screen, from below on a phone. */
export function OpenedPanel({ line, stretch, opened, close }: OpenedPanelProps) {
  const { words, columns } = useBoard();
  const t = useTranslations("common.action");
  const rangeWords = useRangeWords();
  const trigger = useRef(opened.trigger);
  const when = rangeWords(rangeOfPlaces(columns, stretch));
  const panel = <SlotPanel {...{ line, stretch, close }} at={opened.at} />;
  const steering = { isOpen: opened.isOpen, onOpenChange: (isOpen: boolean) => !isOpen && close() };
  if (opened.layout === "list")
    return (
      <Sheet {...steering} title={line.name} description={when}>
        {panel}
      </Sheet>
    );
  return (
    <Popover
      {...steering}
      label={words.label(line, stretch)}
      triggerRef={trigger}
      className="w-[424px] rounded-xl"
    >
      <header className="flex items-start gap-2 pb-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold tracking-tight">{line.name}</h2>
          <p className="text-xs text-ink-2">{[when, line.title].filter(Boolean).join(" · ")}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("close")}
          onPress={close}
          icon={<X aria-hidden />}
        />
      </header>
      {panel}
    </Popover>
  );
}
