"use client";
import { CalendarX, Eye, Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ListArea } from "@/components/ui/layout/list-area";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";
import { ConfirmAct, type ToConfirm } from "./confirm-act";
import type { RowFacts } from "./row-acts";
import { useApproveNow } from "./use-approve-now";

type AbsenceAreaProps = { rows: readonly RowFacts[]; open?: string; children: ReactNode };

/** The rows of absences alive: their one button, their menu and their keys. */
export function AbsenceArea({ rows, open, children }: AbsenceAreaProps) {
  const t = useTranslations("absences");
  const [asked, setAsked] = useState<ToConfirm | null>(null);
  const approve = useApproveNow();
  const rowOf = (id: string) => rows.find((row) => row.id === id);

  function act(kind: string, id: string, button: HTMLButtonElement) {
    const row = rowOf(id);
    if (row && kind === "approve") approve(row, button);
    else if (row) setAsked({ kind: "grant", row });
  }

  function entriesOf(id: string): MenuEntry[] {
    const row = rowOf(id);
    if (!row) return [];
    return [
      { id: "open", label: t("row.review"), icon: <Eye aria-hidden />, href: `/manager/absences/${id}` },
      {
        id: "balance",
        label: t("balances"),
        icon: <Scale aria-hidden />,
        href: `/manager/absences/balances/${row.assistantId}`,
      },
      ...(row.canDecide && row.status === "approved"
        ? [
            {
              id: "cancel",
              label: t("cancel.ask"),
              icon: <CalendarX aria-hidden />,
              isDanger: true,
              onAction: () => setAsked({ kind: "cancel", row }),
            },
          ]
        : []),
    ];
  }

  return (
    <ListArea ids={rows.map(({ id }) => id)} open={open} path="/manager/absences" onAct={act}>
      <MenuArea entriesOf={entriesOf}>
        <form method="get">{children}</form>
      </MenuArea>
      {asked && <ConfirmAct asked={asked} onClose={() => setAsked(null)} />}
    </ListArea>
  );
}
