import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import { type Column, Table } from "@/components/ui/layout/table";
import type { WeightsPreview } from "@/lib/matching/placements/schema";
import type { FitWeights } from "@/lib/matching/weights/rules";
import { SaveWeights } from "./save-weights";

type WeightEffectProps = {
  preview: WeightsPreview[];
  weights: FitWeights;
  poolId: string;
  version: number;
  isChanged: boolean;
};

type Row = { rank: number; before: string; after: string };

/** Who would come first at three executives with other weights, beside who does now; then they can be saved. */
export function WeightEffect({ preview, weights, poolId, version, isChanged }: WeightEffectProps) {
  const t = useTranslations("matching.weights");
  const columns: Column<Row>[] = [
    { key: "rank", header: t("rank"), cell: ({ rank }) => rank, className: "tnum w-16" },
    { key: "before", header: t("now"), cell: ({ before }) => before },
    { key: "after", header: t("then"), cell: ({ after }) => after },
  ];
  return (
    <Section title={t("effect")}>
      {isChanged ? (
        <SaveWeights {...{ weights, poolId, version }} />
      ) : (
        <p className="text-sm text-ink-2">{t("unchanged")}</p>
      )}
      {preview.map(({ executiveId, name, before, after }) => (
        <div key={executiveId} className="grid gap-1">
          <h3 className="text-sm font-medium">{name}</h3>
          <Table
            caption={t("effectCaption", { name })}
            columns={columns}
            rowKey={({ rank }) => String(rank)}
            rows={Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
              rank: i + 1,
              before: before[i] ? t("row", before[i]) : "–",
              after: after[i] ? t("row", after[i]) : "–",
            }))}
          />
        </div>
      ))}
    </Section>
  );
}
