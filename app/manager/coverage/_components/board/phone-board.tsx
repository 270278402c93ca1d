"use client";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import type { BoardAddress, Show } from "@/app/manager/coverage/board-address";
import type { BoardItem } from "@/app/manager/coverage/board-lines";
import type { IsoWeek } from "@/lib/time/iso-week";
import { NothingShown } from "./nothing-shown";
import { PhoneDays } from "./phone-days";
import { PhoneHead } from "./phone-head";
import { PhoneLines } from "./phone-lines";
import { writeAddress } from "./use-show";

export type PhoneBoardProps = {
  items: readonly BoardItem[];
  days: readonly ShownDay[];
  open: readonly number[];
  address: BoardAddress & { week: IsoWeek; poolId: string };
  thisWeek: IsoWeek;
  pools: readonly { id: string; name: string }[];
  show: Show;
  setShow: (change: Partial<Show>) => void;
  strip: ReactNode;
  onPlan: (() => void) | null;
};

/** The board on a phone: one day at a time; gaps first, then who has cover, then all as usual. */
export function PhoneBoard(props: PhoneBoardProps) {
  const { items, days, open, show, strip } = props;
  const start = days.find((day) => day.isToday) ?? days.find((_, i) => (open[i] ?? 0) > 0) ?? days[0];
  const asked = useSearchParams().get("day");
  const [chosen, setChosen] = useState<string | undefined>(asked ?? start?.on);
  const choose = (on: string) => {
    setChosen(on);
    writeAddress({ day: on });
  };
  const position = Math.max(
    0,
    days.findIndex((day) => day.on === chosen),
  );
  const lines = items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
  return (
    <div className="flex min-h-0 flex-1 flex-col board:hidden print:hidden">
      <div className="sticky top-0 z-10 border-b border-line bg-surface">
        <PhoneHead {...props} />
        <PhoneDays days={days} open={open} chosen={position} choose={choose} />
      </div>
      {strip}
      {lines.length > 0 ? (
        <PhoneLines lines={lines} at={2 * position} onPlan={props.onPlan} />
      ) : (
        <NothingShown show={show} setShow={props.setShow} />
      )}
    </div>
  );
}
