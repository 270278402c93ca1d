"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { suggest } from "../../actions";

/** Writes down something that could be learnt: a title is enough. */
export function SuggestForm({ pools }: { pools: { value: string; label: string }[] }) {
  const t = useTranslations("training.research");
  return (
    <AddForm action={suggest} label={t("add")} done={t("added")}>
      <TextField name="title" label={t("title")} maxLength={80} isRequired />
      <TextField name="provider" label={t("provider")} maxLength={80} />
      <TextField name="link" label={t("link")} type="url" placeholder="https://" maxLength={500} />
      <Select name="poolId" label={t("pool")} options={pools} isRequired />
    </AddForm>
  );
}
