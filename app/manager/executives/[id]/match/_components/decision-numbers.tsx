import { useTranslations } from "next-intl";
import { FitBar } from "@/components/matching/fit-bar";
import { type Column, Table } from "@/components/ui/layout/table";
import { DecisionNumbers as Numbers, type PlacementDecisionView } from "@/lib/matching/placements/schema";
import { FIT_PARTS, type FitPart } from "@/lib/matching/weights/rules";

/** The numbers a decision rested on when it was made: each part with its weight then, of the chosen and of the first in the list. */
export function DecisionNumbers({ decision }: { decision: PlacementDecisionView }) {
  const t = useTranslations("matching");
  const read = Numbers.safeParse(decision.inputs);
  if (!read.success) return null;
  const { weights, chosen, first } = read.data;
  const others =
    first && decision.firstAssistantName && decision.firstAssistantId !== decision.assistantId
      ? [{ key: "first", header: decision.firstAssistantName, ...first }]
      : [];
  const sides = [{ key: "chosen", header: decision.assistantName, ...chosen }, ...others];
  const columns: Column<FitPart>[] = [
    { key: "part", header: t("decisions.part"), cell: (part) => t(`part.${part}`) },
    {
      key: "weight",
      header: t("decisions.weight"),
      cell: (part) => t("weight", { weight: weights[part] ?? 0 }),
    },
    ...sides.map(({ key, header, fit }) => ({
      key,
      header: t("decisions.fitOf", { name: header, total: fit.total, known: fit.known }),
      cell: (part: FitPart) => <FitBar points={fit.parts[part] ?? "not_asked"} />,
    })),
  ];
  return (
    <Table caption={t("decisions.numbers")} columns={columns} rows={[...FIT_PARTS]} rowKey={(part) => part} />
  );
}
