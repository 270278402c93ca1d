"use client";
import { BookUser, Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition } from "react";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { ListArea } from "@/components/ui/layout/list-area";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { tickAll } from "../actions";

type HandoverAreaProps = {
  handovers: readonly { id: string; executiveId: string }[];
  open: string | undefined;
  children: ReactNode;
};

/** The rows of handovers alive: they open beside the list, their one button marks access, and one menu leads on. */
export function HandoverArea({ handovers, open, children }: HandoverAreaProps) {
  const t = useTranslations();
  const refusals = useRefusalWords();

  function mark(act: string, id: string, button: HTMLButtonElement) {
    const step = act === "grant" ? "grant" : "withdraw";
    button.ariaBusy = "true";
    startTransition(async () => {
      const answer = await attempt(() => tickAll({ ids: [id], step }));
      button.ariaBusy = null;
      if (answer.ok) notify(t(`handovers.markAccess.${step}.done`, { count: answer.value.count }));
      else notifyFault(refusals(answer));
    });
  }

  function entriesOf(id: string): MenuEntry[] {
    const executiveId = handovers.find((one) => one.id === id)?.executiveId;
    return [
      {
        id: "page",
        label: t("common.list.page"),
        icon: <Eye aria-hidden />,
        href: `/manager/handovers/${id}`,
      },
      {
        id: "profile",
        label: t("handovers.list.openExecutive"),
        icon: <BookUser aria-hidden />,
        href: `/manager/executives/${executiveId}/profile`,
      },
    ];
  }

  return (
    <ListArea
      ids={handovers.map(({ id }) => id)}
      {...(open && { open })}
      path="/manager/handovers"
      onAct={mark}
    >
      <MenuArea entriesOf={entriesOf}>
        <form method="get">{children}</form>
      </MenuArea>
    </ListArea>
  );
}
