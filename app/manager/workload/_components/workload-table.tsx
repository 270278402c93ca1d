import { useTranslations } from "next-intl";
import { useAmount, WorkloadBar } from "@/components/coverage/workload-figures";
import { type Column, Table } from "@/components/ui/layout/table";
import type { PoolWorkloads } from "@/lib/coverage/candidates/queries-workload";

type Person = PoolWorkloads["people"][number];

/** Everybody of a pool with what they carried, whoever carried most for their hours first. */
export function WorkloadTable({ people }: { people: Person[] }) {
  const t = useTranslations("board.workload");
  const amount = useAmount();
  const figure = (key: "halfDays" | "fridays" | "difficult"): Column<Person> => ({
    key,
    header: t(key),
    align: "end",
    cell: ({ carried }) => amount(key, carried[key]),
  });
  const columns: Column<Person>[] = [
    { key: "name", header: t("name"), cell: ({ name }) => name },
    {
      key: "share",
      header: t("besideAverage"),
      cell: ({ carried, average }) => <WorkloadBar value={carried.minutes} average={average.minutes} />,
    },
    {
      key: "minutes",
      header: t("minutes"),
      align: "end",
      cell: ({ carried }) => amount("minutes", carried.minutes),
    },
    {
      key: "average",
      header: t("averageShort"),
      align: "end",
      cell: ({ average }) => amount("minutes", average.minutes),
    },
    {
      key: "perHour",
      header: t("perHour"),
      align: "end",
      cell: ({ minutesPerHour }) => t("minutesPerHour", { minutes: minutesPerHour }),
    },
    figure("halfDays"),
    figure("fridays"),
    figure("difficult"),
  ];
  return (
    <Table caption={t("title")} columns={columns} rows={people} rowKey={({ assistantId }) => assistantId} />
  );
}
