"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import type { Day } from "@/lib/time/day";
import { change } from "../actions";
import { MeetingFields } from "./meeting-fields";

/** Another title, length, location or other days; whoever was asked or invited is told. */
export function ChangeMeeting({ meeting }: { meeting: OfficeMeetingView }) {
  const t = useTranslations("meetings.change");
  const { id, version, title, place, minutes, from, to } = meeting;
  return (
    <DisclosedForm
      action={change}
      summary={t("open")}
      submit={t("save")}
      done={t("done")}
      fields={{ id, version }}
    >
      <MeetingFields key={version} {...{ title, place, minutes, from: from as Day, to: to as Day }} />
    </DisclosedForm>
  );
}
