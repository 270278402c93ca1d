import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { AccountState } from "@/components/accounts/account-state";
import { choiceOfInvited } from "@/components/accounts/choice-of-invited";
import { type Column, Table } from "@/components/ui/layout/table";
import type { ExecutiveView } from "@/lib/executives/schema";

/** Executives with who supports them now; whoever has nobody stands out. */
export function ExecutiveTable({ executives }: { executives: ExecutiveView[] }) {
  const t = useTranslations("people");
  const accounts = useTranslations("accounts.inviteMany");
  const columns: Column<ExecutiveView>[] = [
    { key: "name", header: t("fields.name"), cell: (row) => row.name },
    { key: "title", header: t("fields.title"), cell: (row) => row.title, show: "wide" },
    {
      key: "support",
      header: t("executives.supportedBy"),
      cell: (row) => <SupportedBy executive={row} />,
    },
    { key: "tier", header: t("fields.tier"), align: "end", cell: (row) => row.tier },
    { key: "department", header: t("fields.department"), cell: (row) => row.department, show: "wide" },
    {
      key: "account",
      header: t("fields.account"),
      cell: (row) => <AccountState account={row.account} isShort />,
    },
    { key: "pool", header: t("fields.pool"), cell: (row) => row.poolName },
    { key: "site", header: t("fields.site"), cell: (row) => row.site, show: "wide" },
  ];
  return (
    <Table
      caption={t("executives.title")}
      columns={columns}
      rows={executives}
      rowKey={(row) => row.id}
      choice={{
        header: accounts("choose"),
        of: (row) => choiceOfInvited(row.userId, row.account, accounts("chooseOne", { name: row.name })),
      }}
      rowHref={(row) => `/manager/executives/${row.id}`}
    />
  );
}

/** The primary and whoever shares the executive; an executive without anybody stands out. */
export function SupportedBy({ executive }: { executive: ExecutiveView }) {
  const t = useTranslations("people.executives");
  const people = executive.supportedBy.filter(({ role }) => role !== "backup");
  if (people.length === 0)
    return (
      <span className="row-mark font-semibold text-gap-ink">
        <TriangleAlert aria-hidden className="size-3.5" />
        {t("nobody")}
      </span>
    );
  return [...new Set(people.map(({ assistantName }) => assistantName))].join(", ");
}
