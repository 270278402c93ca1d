"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { TextField } from "@/components/ui/forms/text-field";
import { suggest } from "../../actions";

/** A suggestion of one's own: a title is enough. */
export function SuggestOption({ poolId }: { poolId: string }) {
  const t = useTranslations("training");
  return (
    <AddForm action={suggest} label={t("ownOptions.add")} done={t("ownOptions.added")}>
      <input type="hidden" name="poolId" value={poolId} />
      <TextField name="title" label={t("research.title")} maxLength={80} isRequired />
      <TextField name="provider" label={t("research.provider")} maxLength={80} />
      <TextField name="link" label={t("research.link")} type="url" placeholder="https://" maxLength={500} />
    </AddForm>
  );
}
