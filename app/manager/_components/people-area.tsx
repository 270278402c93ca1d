"use client";
import { BookUser, CalendarPlus, Eye, Pencil, Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListArea } from "@/components/ui/layout/list-area";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";

type PeopleAreaProps = {
  kind: "assistants" | "executives";
  people: readonly { id: string; name: string }[];
  open: string | undefined;
  children: ReactNode;
};

/** The rows of people alive: they open beside the list, and have one menu for all of them. */
export function PeopleArea({ kind, people, open, children }: PeopleAreaProps) {
  const t = useTranslations();
  const path = `/manager/${kind}`;
  const entriesOf = (id: string): MenuEntry[] => [
    { id: "page", label: t("common.list.page"), icon: <Eye aria-hidden />, href: `${path}/${id}` },
    {
      id: "edit",
      label: t(`people.${kind}.edit`),
      icon: <Pencil aria-hidden />,
      href: `${path}/${id}/edit`,
    },
    ...(kind === "assistants"
      ? [
          {
            id: "absence",
            label: t("absences.record"),
            icon: <CalendarPlus aria-hidden />,
            href: `/manager/absences/new?${new URLSearchParams({ assistant: people.find((one) => one.id === id)?.name ?? "" })}`,
          },
          {
            id: "balance",
            label: t("absences.balances"),
            icon: <Scale aria-hidden />,
            href: `/manager/absences/balances/${id}`,
          },
        ]
      : [
          {
            id: "profile",
            label: t("handovers.list.openExecutive"),
            icon: <BookUser aria-hidden />,
            href: `${path}/${id}/profile`,
          },
        ]),
  ];
  return (
    <ListArea ids={people.map(({ id }) => id)} {...(open && { open })} path={path}>
      <MenuArea entriesOf={entriesOf}>{children}</MenuArea>
    </ListArea>
  );
}
