"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useWeekdayWords } from "@/components/time/use-day-words";
import { TimeField } from "@/components/ui/dates/time-field";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { Section } from "@/components/ui/layout/page";
import type { PersonTimes } from "@/lib/notices/rules-delivery";
import type { NoticeSetting } from "@/lib/notices/schema";
import { clockText } from "@/lib/time/hours";
import { saveSettings } from "./actions";

const GROUPS = ["now", "normal", "slow"] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

type NoticeSettingsFormProps = { settings: NoticeSetting[]; times: PersonTimes };

/** Each kind of thing one can be told, with how; below, when mail comes. */
export function NoticeSettingsForm({ settings, times }: NoticeSettingsFormProps) {
  const t = useTranslations("noticeSettings");
  return (
    <Form action={saveSettings} refusals={useRefusalWords()} done={t("saved")} className="gap-6">
      {GROUPS.map((group) => {
        const inGroup = settings.filter(({ urgency }) => urgency === group);
        return (
          inGroup.length > 0 && (
            <Section key={group} title={t(`group.${group}`)}>
              <ul>
                {inGroup.map((setting) => (
                  <SettingRow key={setting.kind} {...setting} />
                ))}
              </ul>
            </Section>
          )
        );
      })}
      <MailTimes {...times} />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("save")}
        </Button>
      </FormActions>
    </Form>
  );
}

function SettingRow({ kind, delivery, choices }: NoticeSetting) {
  const t = useTranslations("noticeSettings");
  const label = t(`kind.${kind as "cover_assigned"}`);
  return (
    <li className="grid items-center gap-x-4 border-b border-hair py-1.5 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <span aria-hidden className="text-sm">
        {label}
      </span>
      <Select
        name={`deliveries.${kind}`}
        label={label}
        isLabelHidden
        defaultValue={delivery}
        options={choices.map((value) => ({ value, label: t(`delivery.${value}`) }))}
      />
    </li>
  );
}

function MailTimes({ digestMinute, quiet, quietDays }: PersonTimes) {
  const t = useTranslations("noticeSettings");
  const weekdays = useWeekdayWords();
  return (
    <Section title={t("times")}>
      <div className="grid gap-4">
        <TimeField
          name="times.digestMinute"
          label={t("digestMinute")}
          defaultValue={clockText(digestMinute)}
          isRequired
        />
        <div className="grid gap-1">
          <div className="flex flex-wrap gap-4">
            <TimeField
              name="times.quietFrom"
              label={t("quietFrom")}
              defaultValue={quiet ? clockText(quiet.from) : ""}
              isRequired={false}
            />
            <TimeField
              name="times.quietTo"
              label={t("quietTo")}
              defaultValue={quiet ? clockText(quiet.to) : ""}
              isRequired={false}
            />
          </div>
          <p className="text-xs text-ink-2">{t("quietHint")}</p>
        </div>
        <div className="grid gap-1">
          <CheckboxGroup
            name="times.quietDays[]"
            label={t("quietDays")}
            columns={3}
            defaultValue={quietDays.map(String)}
            options={WEEKDAYS.map((weekday) => ({
              value: String(weekday),
              label: weekdays(weekday, "long"),
            }))}
          />
          <p className="text-xs text-ink-2">{t("holidaysHint")}</p>
        </div>
      </div>
    </Section>
  );
}
