import { useFormatter, useTranslations } from "next-intl";
import { RowChoice } from "@/components/ui/layout/row-choice";
import { type Column, Table } from "@/components/ui/layout/table";
import type { RebalanceView } from "@/lib/matching/proposals/schema";

type Move = RebalanceView["curve"][number]["moves"][number];
type MoveTableProps = { moves: readonly Move[]; names: Readonly<Record<string, string>>; isOpen: boolean };

/** Whose assistant changes, with both fits; while nothing is decided each can be left out. */
export function MoveTable({ moves, names, isOpen }: MoveTableProps) {
  const t = useTranslations("matching.rebalance");
  const format = useFormatter();
  if (moves.length === 0) return <p className="text-ink-2">{t("noMoves")}</p>;
  const who = (id: string | null, fit: number | null) => {
    if (id === null) return t("nobody");
    const name = names[id] ?? "";
    return fit === null ? name : t("who", { name, fit });
  };
  const columns: Column<Move>[] = [
    {
      key: "executive",
      header: t("executive"),
      cell: ({ executiveId }) => {
        const name = names[executiveId] ?? "";
        return (
          <span className="flex items-center gap-3">
            {isOpen && (
              <RowChoice
                choice={{ name: "executiveIds[]", value: executiveId, label: t("include", { name }) }}
                isChosen
              />
            )}
            {name}
          </span>
        );
      },
    },
    { key: "now", header: t("now"), cell: (move) => who(move.fromAssistantId, move.before) },
    { key: "then", header: t("then"), cell: (move) => who(move.toAssistantId, move.after) },
    {
      key: "gain",
      header: t("gain"),
      align: "end",
      cell: ({ before, after }) =>
        before === null || after === null
          ? "–"
          : format.number(after - before, { signDisplay: "exceptZero" }),
    },
  ];
  return (
    <Table
      caption={t("movesCaption")}
      columns={columns}
      rows={[...moves]}
      rowKey={({ executiveId }) => executiveId}
    />
  );
}
