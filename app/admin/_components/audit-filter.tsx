import Form from "next/form";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { AUDIT, auditActionsSeenBy } from "@/lib/catalogues/audit";
import type { Address } from "./address";

/** What, who and when, as a form that works by address. */
export function AuditFilter({ path, address }: { path: string; address: Address }) {
  const t = useTranslations("accounts.audit");
  const actions = auditActionsSeenBy("administrators");
  const kinds = [...new Set(actions.map((action) => AUDIT[action].entityType))];
  const groups = kinds.map((kind) => ({
    label: t(`kind.${kind}`),
    options: [
      { value: kind, label: t("allOf", { kind: t(`kind.${kind}`) }) },
      ...actions
        .filter((action) => AUDIT[action].entityType === kind)
        .map((action) => ({ value: action, label: t(`action.${action}`) })),
    ],
  }));
  const isFiltered = Object.keys(address).some((name) => name !== "cursor");
  return (
    <Form
      key={JSON.stringify(address)}
      action={path}
      role="search"
      aria-label={t("filter")}
      className="flex flex-wrap items-end gap-3"
    >
      <Select
        name="what"
        label={t("what")}
        options={groups}
        placeholder={t("everything")}
        defaultValue={address.what}
        className="w-full sm:w-56"
      />
      <TextField
        name="who"
        label={t("who")}
        defaultValue={address.who}
        autoComplete="off"
        className="w-full sm:w-52"
      />
      <DateField name="from" label={t("from")} defaultValue={address.from} />
      <DateField name="to" label={t("to")} defaultValue={address.to} />
      <Button type="submit">{t("apply")}</Button>
      {isFiltered && (
        <LinkButton href={path} variant="ghost">
          {t("reset")}
        </LinkButton>
      )}
    </Form>
  );
}
