"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { CalendarFileField } from "@/components/meetings/calendar-file-field";
import { busy } from "../actions";

/** The calendar file of somebody who takes part, so that times when they are busy are said. */
export function BusyOfPerson({ id, person }: { id: string; person: { id: string; name: string } }) {
  const t = useTranslations("meetings.busy");
  return (
    <DisclosedForm
      action={busy}
      summary={t("add")}
      label={t("addOf", { name: person.name })}
      submit={t("read")}
      done={t("done")}
      fields={{ id, personId: person.id }}
      adds
    >
      <CalendarFileField label={t("file")} description={t("fileHint")} />
    </DisclosedForm>
  );
}
