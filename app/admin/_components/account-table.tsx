import { useFormatter, useTranslations } from "next-intl";
import { AccountState } from "@/components/accounts/account-state";
import { choiceOfInvited } from "@/components/accounts/choice-of-invited";
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
    { key: "state", header: t("list.state"), cell: (row) => <AccountState account={row} isShort /> },
    {
      key: "lastSeen",
      header: t("list.lastSeen"),
      cell: (row) => (
        <span className="tnum">
          {row.lastSeenAt ? format.dateTime(new Date(row.lastSeenAt), "moment") : t("list.never")}
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
      choice={{
        header: t("inviteMany.choose"),
        of: (row) => choiceOfInvited(row.userId, row, t("inviteMany.chooseOne", { name: row.name })),
      }}
      rowHref={(row) => `/admin/accounts/${row.userId}`}
    />
  );
}
