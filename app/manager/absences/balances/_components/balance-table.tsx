import { useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { type Column, Table } from "@/components/ui/layout/table";
import type { BalanceView } from "@/lib/absences/balances/schema";

type Row = { assistantId: string; name: string; balances: BalanceView[] };
type BalanceTableProps = { rows: Row[]; types: { id: string; name: string }[] };

/** What is left to each person of each type that is counted. */
export function BalanceTable({ rows, types }: BalanceTableProps) {
  const t = useTranslations("absences");
  const words = useAmountWords();
  const columns: Column<Row>[] = [
    { key: "name", header: t("column.assistant"), cell: (row) => row.name },
    ...types.map(({ id, name }): Column<Row> => {
      return { key: id, header: name, align: "end", cell: (row) => leftOf(row, id) };
    }),
  ];
  return (
    <Table
      caption={t("balances")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.assistantId}
      rowHref={(row) => `/manager/absences/balances/${row.assistantId}`}
    />
  );

  function leftOf({ balances }: Row, type: string): string {
    const balance = balances.find((one) => one.type === type);
    return balance ? t("balance.left", { left: words(balance.remaining, balance.measure) }) : "–";
  }
}
