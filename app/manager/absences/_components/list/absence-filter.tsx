import Form from "next/form";
import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { SearchField } from "@/components/ui/forms/search-field";
import { FilterMenu } from "@/components/ui/layout/filter-menu";
import { FilterBar } from "@/components/ui/layout/list-detail";
import { type AbsencesAsked, absencesAddress } from "../../absences-address";
import type { AbsencesShown } from "./absence-list";
import { ApproveEach } from "./approve-each";
import { isToApprove } from "./row-acts";

type AbsenceFilterProps = AbsencesShown & { pools: readonly { id: string; name: string }[] };

const STATUSES = ["approved", "declined", "cancelled", "withdrawn"] as const;

/** Whose absences are listed, of which type, in which state and from when; all of it stands in the address. */
export function AbsenceFilter({ address, pools, tab, typeNames, rows }: AbsenceFilterProps) {
  const t = useTranslations("absences");
  const rangeWords = useRangeWords();
  const choice = (change: AbsencesAsked, label: string, isCurrent: boolean) => ({
    href: absencesAddress(address, change),
    label,
    isCurrent,
  });
  const clear = rows.items.filter((absence) => isToApprove(absence, rows.effects.get(absence.id)));
  const { cursor: _, open: __, q: ___, ...keep } = address;
  return (
    <FilterBar>
      <SearchField
        label={t("search")}
        action="/manager/absences"
        query={address.q}
        keep={keep}
        isPlain
        className="sm:w-52"
      />
      {pools.length > 1 && (
        <FilterMenu
          label={t("pool")}
          all={choice({ poolId: undefined }, t("allPools"), !address.poolId)}
          choices={pools.map(({ id, name }) => choice({ poolId: id }, name, address.poolId === id))}
        />
      )}
      <FilterMenu
        label={t("field.type")}
        all={choice({ type: undefined }, t("allTypes"), !address.type)}
        choices={Object.entries(typeNames).map(([id, name]) =>
          choice({ type: id }, name, address.type === id),
        )}
      />
      {tab === "all" && (
        <>
          <FilterMenu
            label={t("statusFilter")}
            all={choice({ status: undefined, tab: "all" }, t("allStatuses"), !address.status)}
            choices={STATUSES.map((status) =>
              choice({ status }, t(`status.${status}`), address.status === status),
            )}
          />
          <FromDay asked={address} />
        </>
      )}
      {clear.length > 1 && (
        <span className="ml-auto">
          <ApproveEach
            rows={clear.map((absence) => ({
              id: absence.id,
              version: absence.version,
              label: absence.assistantName,
              detail: rangeWords(absence),
            }))}
          />
        </span>
      )}
    </FilterBar>
  );
}

function FromDay({ asked }: { asked: AbsencesAsked }) {
  const t = useTranslations("absences");
  const { cursor: _, open: __, from, ...kept } = asked;
  return (
    <Form action="/manager/absences" className="flex items-end gap-2">
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <DateField key={from} name="from" label={t("from")} defaultValue={from} isLabelHidden />
      <Button type="submit">{t("show")}</Button>
    </Form>
  );
}
