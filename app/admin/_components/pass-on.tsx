"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { Select } from "@/components/ui/forms/select";
import type { PassedOnKind } from "@/lib/insight/leaving/schema";
import { passOnHeld } from "../actions";

/** Those to whom what a person holds can go. */
export type Successors = readonly { id: string; name: string }[];

type PassOnProps = { userId: string; kind: PassedOnKind; what: string; successors: Successors };

/** Gives all of one kind that a person holds to another. */
export function PassOn({ userId, kind, what, successors }: PassOnProps) {
  const t = useTranslations("accounts.held");
  const isOfPools = kind === "pools_alone" || kind === "pools_shared";
  return (
    <DisclosedForm
      action={passOnHeld}
      fields={{ userId, kind }}
      summary={t("passOn")}
      label={t("passOnOf", { what })}
      submit={t("passOn")}
      done={t("passed")}
    >
      <Select
        name="toUserId"
        label={t("to")}
        description={t(`toHint.${isOfPools ? "pools" : "decisions"}`)}
        placeholder={t("choose")}
        options={successors.map(({ id, name }) => ({ value: id, label: name }))}
        isRequired
      />
    </DisclosedForm>
  );
}
