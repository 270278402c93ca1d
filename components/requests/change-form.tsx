"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Select } from "@/components/ui/forms/select";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { PRIORITIES } from "@/lib/requests/rules-choices";
import type { SupportRequestView } from "@/lib/requests/schema";
import type { RequestTypeView } from "@/lib/requests/types/schema";
import type { MovedAnswer } from "./use-request-moves";

type ChangeFormProps = {
  request: SupportRequestView;
  types: readonly RequestTypeView[];
  action: unknown;
};

const PHONE_MESSAGE = "phone_message";

/** Another type or priority of an open request. A phone message stays one. */
export function ChangeForm({ request, types, action }: ChangeFormProps) {
  const t = useTranslations("requests");
  const locale = localeOf(useLocale());
  const { id, version, typeId, priority } = request;
  const choices = types.filter(
    (type) => (!type.isRetired && type.id !== PHONE_MESSAGE) || type.id === typeId,
  );
  return (
    <Form
      key={version}
      action={action as FormProps<MovedAnswer>["action"]}
      refusals={useRefusalWords()}
      done={t("change.done")}
      aria-label={t("change.title")}
      className="gap-3"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name="priority"
          label={t("form.priority")}
          defaultValue={priority}
          options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
        {typeId === PHONE_MESSAGE ? (
          <input type="hidden" name="typeId" value={typeId} />
        ) : (
          <Select
            name="typeId"
            label={t("form.type")}
            placeholder={t("form.noType")}
            defaultValue={typeId ?? ""}
            options={choices.map((type) => ({ value: type.id, label: nameIn(locale, type) }))}
          />
        )}
      </div>
      <PlainButton type="submit" variant="primary" className="w-fit">
        {t("change.submit")}
      </PlainButton>
    </Form>
  );
}
