import { useFormatter, useTranslations } from "next-intl";
import { AccountStateBadge } from "@/components/accounts/account-state";
import { type Column, Table } from "@/components/ui/layout/table";
import type { AccountView } from "@/lib/accounts/schema";

/** Accounts with their roles, whether they are in use, and when. */
export function AccountTable({ accounts }: { accounts: AccountView[] }) {
  const t = useTranslations("accounts");
  const format = useFormatter();
  const columns: Column<AccountView>[] = [
    { key: "name", header: t("list.name"), cell: (row) => row.name },
    {
      key: "email",
      header: t("list.email"),
      cell: (row) => <span className="break-all">{row.email}</span>,
    },
    {
      key: "roles",
      header: t("list.roles"),
      cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(", ") || t("list.noRole"),
    },
    { key: "state", header: t("list.state"), cell: (row) => <AccountStateBadge state={row.state} /> },
    {
      key: "lastSeen",
      header: t("list.lastSeen"),
      cell: (row) => (
        <span className="tnum">
          {row.lastSeenAt ? format.dateTime(row.lastSeenAt, "moment") : t("list.never")}
        </span>
      ),
    },
  ];
  return (
    <Table
      caption={t("list.title")}
      columns={columns}
      rows={accounts}
      rowKey={(row) => row.userId}
      rowHref={(row) => `/admin/accounts/${row.userId}`}
    />
  );
}
