"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { ACCESS_KINDS } from "@/lib/executives/schema-profile";
import type { Ability, AccessView } from "@/lib/handovers/schema";
import { addOneAccess, removeOneAccess, tick } from "./actions";

type AccessTicksProps = { item: AccessView; what: string; can: Ability[]; hasStarted: boolean };

/** The ticks of one access: what can be said next, and what can be taken back. */
export function AccessTicks({ item, what, can, hasStarted }: AccessTicksProps) {
  const t = useTranslations("handovers.access");
  const { id, granted, withdrawn } = item;
  const tap = (key: "grant" | "ungrant" | "withdraw" | "unwithdraw") => {
    const step = key.endsWith("grant") ? "grant" : "withdraw";
    const isDone = !key.startsWith("un");
    return (
      <TapForm
        action={tick}
        fields={{ id, step, done: String(isDone) }}
        label={t(key)}
        of={t(`${key}Of`, { what })}
        done={t("done")}
        variant={isDone ? "outline" : "ghost"}
      />
    );
  };
  return (
    <div className="flex flex-wrap gap-1 empty:hidden print:hidden">
      {can.includes("grant") && !granted && tap("grant")}
      {can.includes("withdraw") && granted && !withdrawn && hasStarted && tap("withdraw")}
      {can.includes("grant") && granted && !withdrawn && tap("ungrant")}
      {can.includes("withdraw") && withdrawn && tap("unwithdraw")}
      {can.includes("complete") && !granted && (
        <TapForm
          action={removeOneAccess}
          fields={{ id }}
          label={t("remove")}
          of={t("removeOf", { what })}
          done={t("done")}
          variant="ghost"
        />
      )}
    </div>
  );
}

/** Adds an access to this cover's list. */
export function AddAccessForm({ id }: { id: string }) {
  const t = useTranslations("handovers.access");
  return (
    <DisclosedForm
      action={addOneAccess}
      fields={{ id }}
      summary={t("add")}
      submit={t("submit")}
      done={t("done")}
      adds
    >
      <Select
        name="kind"
        label={t("kindField")}
        options={ACCESS_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue="other"
        isRequired
      />
      <TextField name="label" label={t("labelField")} maxLength={80} isRequired={false} />
    </DisclosedForm>
  );
}
