"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { TextArea } from "@/components/ui/forms/text-area";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { people } from "../actions";

/** More people for a meeting; they are asked or invited like the others. */
export function AddPeople({ meeting: { id, version } }: { meeting: OfficeMeetingView }) {
  const t = useTranslations("meetings.who");
  return (
    <DisclosedForm
      action={people}
      summary={t("add")}
      submit={t("add")}
      done={t("addDone")}
      fields={{ id, version }}
      adds
    >
      <TextArea
        name="add"
        label={t("add")}
        description={t("addHint")}
        placeholder="Petra Sund <petra@bank.example>"
        rows={3}
        maxLength={6000}
        isRequired
      />
    </DisclosedForm>
  );
}

type RequiredProps = {
  meeting: OfficeMeetingView;
  person: { id: string; name: string; isRequired: boolean };
};

/** Says that one person has to come, or only may: free times and the best time of a poll go by it. */
export function ChangeRequired({ meeting: { id, version }, person }: RequiredProps) {
  const t = useTranslations("meetings.who");
  const is = person.isRequired ? "optional" : "required";
  return (
    <TapForm
      action={people}
      fields={{ id, version, [`${is}[]`]: person.id }}
      label={t("make", { is })}
      of={t("makeOf", { is, name: person.name })}
      done={t("made", { is, name: person.name })}
      variant="ghost"
    />
  );
}

type TakeOffProps = { meeting: OfficeMeetingView; person: { id: string; name: string } };

/** Takes one person off a meeting; they are told, and can be added again. */
export function TakeOff({ meeting: { id, version }, person }: TakeOffProps) {
  const t = useTranslations("meetings.who");
  return (
    <TapForm
      action={people}
      fields={{ id, version, "remove[]": person.id }}
      label={t("takeOff")}
      of={t("takeOffOf", { name: person.name })}
      done={t("takeOffDone", { name: person.name })}
      icon={<X aria-hidden />}
      isIcon
      variant="ghost"
    />
  );
}
