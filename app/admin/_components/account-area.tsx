"use client";
import { Eye, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListArea } from "@/components/ui/layout/list-area";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";

const PATH = "/admin/accounts";

type AccountAreaProps = {
  accounts: readonly { userId: string; email: string }[];
  open: string | undefined;
  children: ReactNode;
};

/** The rows of accounts alive: they open beside the list, and have one menu for all of them. */
export function AccountArea({ accounts, open, children }: AccountAreaProps) {
  const t = useTranslations();
  const entriesOf = (id: string): MenuEntry[] => [
    { id: "page", label: t("common.list.page"), icon: <Eye aria-hidden />, href: `${PATH}/${id}` },
    {
      id: "trail",
      label: t("accounts.account.trail"),
      icon: <ScrollText aria-hidden />,
      href: `/admin/audit?${new URLSearchParams({
        who: accounts.find(({ userId }) => userId === id)?.email ?? "",
      })}`,
    },
  ];
  return (
    <ListArea ids={accounts.map(({ userId }) => userId)} {...(open && { open })} path={PATH}>
      <MenuArea entriesOf={entriesOf}>{children}</MenuArea>
    </ListArea>
  );
}
