"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { ORDERS, type Order } from "@/app/manager/coverage/board-address";
import { MenuArea } from "@/components/ui/overlays/menu";

type OrderMenuProps = { by: Order; onChange: (by: Order) => void };

/** How the lines are ordered, and the way to change it. */
export function OrderMenu({ by, onChange }: OrderMenuProps) {
  const t = useTranslations("board.order");
  const entries = ORDERS.map((order) => ({ id: order, label: t(order), onAction: () => onChange(order) }));
  return (
    <MenuArea entriesOf={() => entries}>
      <button
        type="button"
        data-menu="order"
        aria-haspopup="menu"
        className="-ml-2 flex h-7 items-center gap-1 rounded-md px-2 text-xs font-medium text-ink-2 hover:bg-sunken"
      >
        {t(by)}
        <ChevronDown aria-hidden className="size-3" />
      </button>
    </MenuArea>
  );
}
