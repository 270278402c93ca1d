"use client";
import { Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { useRangeWords } from "@/components/time/use-range-words";
import { DateField } from "@/components/ui/dates/date-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextField } from "@/components/ui/forms/text-field";
import { Badge } from "@/components/ui/layout/badge";
import { BLACKOUT_KINDS, type BlackoutView } from "@/lib/absences/settings/schema";
import { deleteBlackout, nameBlackout } from "../actions";

type BlackoutsProps = { poolId: string; blackouts: readonly BlackoutView[]; today: string };

/** Days on which a pool needs its people. */
export function Blackouts({ poolId, blackouts, today }: BlackoutsProps) {
  const t = useTranslations("absences.blackout");
  const stretch = useRangeWords();
  return (
    <div className="grid gap-3">
      {blackouts.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul>
        {blackouts.map(({ id, name, kind, from, to }) => {
          const Icon = kind === "hard" ? TriangleAlert : Info;
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
              <p className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
                <span>{name}</span>
                <Badge tone="outline" icon={<Icon aria-hidden />}>
                  {t(kind)}
                </Badge>
                <span className="text-ink-2">{stretch({ from, fromPart: "am", to, toPart: "pm" })}</span>
              </p>
              <RemoveForm
                action={deleteBlackout}
                id={id}
                label={t("remove")}
                labelOf={t("removeOf", { name })}
                done={t("removed")}
              />
            </li>
          );
        })}
      </ul>
      <AddForm action={nameBlackout} values={{ kind: "soft" }} label={t("add")} done={t("added")}>
        <input type="hidden" name="poolId" value={poolId} />
        <TextField name="name" label={t("name")} maxLength={80} isRequired />
        <RadioGroup
          name="kind"
          label={t("kind")}
          options={BLACKOUT_KINDS.map((value) => ({ value, label: t(`kindOf.${value}`) }))}
        />
        <DateField name="from" label={t("from")} defaultValue={today} isRequired />
        <DateField name="to" label={t("to")} defaultValue={today} isRequired />
      </AddForm>
    </div>
  );
}
