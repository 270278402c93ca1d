"use client";
import { useTranslations } from "next-intl";
import { DutyField, LevelField } from "@/components/assistants/duty-level-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { FieldSet } from "@/components/ui/forms/field";
import { Form } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { CEFR_LEVELS, SENIORITIES } from "@/lib/assistants/schema";
import { hire } from "../../../../../actions";

type Plan = {
  name: string;
  offer: { startsOn: string; place: string };
  skills: { dutyId: string; proficiency: number }[];
  languages: { language: string; level: string | null }[];
  ramp: { dutyId: string; fromWeek: number; level: number }[];
  supports: { executiveId: string; name: string; now: string | null }[];
  mentors: { id: string; name: string }[];
};
type HireCandidateProps = {
  applicationId: string;
  plan: Plan;
  duties: Option[];
  languageNames: Record<string, string>;
  sessions: Option[];
};

/** One page of all that a hire makes; each part can be changed before it is made at once. */
export function HireCandidate({ applicationId, plan, duties, languageNames, sessions }: HireCandidateProps) {
  const t = useTranslations("hiring.hire");
  const fields = useTranslations("people.fields");
  const { name, supports, languages, mentors } = plan;
  return (
    <Form
      action={hire}
      values={valuesOf(plan)}
      done={t("hired")}
      refusals={useRefusalWords()}
      className="max-w-2xl gap-6"
    >
      <p className="text-sm text-ink-2">{t("madeHint")}</p>
      <input type="hidden" name="applicationId" value={applicationId} />
      <TextField name="name" label={t("name")} maxLength={120} isRequired />
      <TextField name="email" type="email" label={t("email")} description={t("emailHint")} isRequired />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name="seniority"
          label={t("seniority")}
          options={SENIORITIES.map((value) => ({ value, label: t(`seniorities.${value}`) }))}
          isRequired
        />
        <TextField name="site" label={t("site")} maxLength={80} isRequired={false} />
      </div>
      <FormRows
        name="skills"
        label={t("skills")}
        description={t("skillsHint")}
        addLabel={t("addSkill")}
        removeLabel={(row) => t("removeSkill", { row })}
        row={(prefix, row) => (
          <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-2">
            <DutyField {...{ prefix, row }} options={duties} />
            <NumberField
              name={`${prefix}.proficiency`}
              label={fields("levelOf", { row })}
              min={1}
              max={5}
              defaultValue="3"
            />
          </div>
        )}
      />
      {languages.length > 0 && (
        <FieldSet name="languages" id="languages" label={t("languages")}>
          <div className="grid gap-2 sm:grid-cols-2">
            {languages.map(({ language }, i) => (
              <div key={language}>
                <input type="hidden" name={`languages.${i}.language`} value={language} />
                <Select
                  name={`languages.${i}.level`}
                  label={languageNames[language] ?? language}
                  placeholder={t("anyLevel")}
                  options={CEFR_LEVELS.map((value) => ({ value, label: value }))}
                />
              </div>
            ))}
          </div>
        </FieldSet>
      )}
      {supports.length > 0 && (
        <FieldSet name="supports" id="supports" label={t("supports")} description={t("supportsHint")}>
          <div className="grid gap-3">
            {supports.map(({ executiveId, name: executive, now }, i) => (
              <div key={executiveId} className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_12rem]">
                <input type="hidden" name={`supports.${i}.executiveId`} value={executiveId} />
                <Checkbox
                  name={`supports.${i}.isOn`}
                  label={
                    now ? t("supportsOf", { executive, assistant: now }) : t("supportsNone", { executive })
                  }
                />
                <DateField name={`supports.${i}.from`} label={t("from", { executive })} isRequired />
              </div>
            ))}
          </div>
        </FieldSet>
      )}
      <FormRows
        name="ramp"
        label={t("ramp")}
        description={t("rampHint")}
        addLabel={t("addStep")}
        removeLabel={(row) => t("removeStep", { row })}
        row={(prefix, row) => (
          <div className="grid grid-cols-[minmax(0,1fr)_6rem_6rem] gap-2">
            <DutyField {...{ prefix, row }} options={duties} />
            <LevelField {...{ prefix, row }} />
            <NumberField
              name={`${prefix}.fromWeek`}
              label={t("week", { row })}
              min={1}
              max={52}
              defaultValue="1"
            />
          </div>
        )}
      />
      <Select
        name="mentorId"
        label={t("mentor")}
        description={t("mentorHint")}
        placeholder={t("noMentor")}
        options={mentors.map((one) => ({ value: one.id, label: one.name }))}
      />
      {sessions.length > 0 && (
        <Select name="sessionId" label={t("training")} placeholder={t("noTraining")} options={sessions} />
      )}
      <Button type="submit" variant="primary" className="w-fit">
        {t("hire", { name })}
      </Button>
    </Form>
  );
}

function valuesOf({ name, offer, skills, languages, ramp, supports }: Plan): Record<string, string> {
  return Object.fromEntries([
    ["name", name],
    ["seniority", "assistant"],
    ["site", offer.place],
    ...skills.flatMap(({ dutyId, proficiency }, row) => [
      [`skills.${row}.dutyId`, dutyId],
      [`skills.${row}.proficiency`, String(proficiency)],
    ]),
    ...languages.map(({ level }, row) => [`languages.${row}.level`, level ?? ""]),
    ...ramp.flatMap(({ dutyId, fromWeek, level }, row) => [
      [`ramp.${row}.dutyId`, dutyId],
      [`ramp.${row}.level`, String(level)],
      [`ramp.${row}.fromWeek`, String(fromWeek)],
    ]),
    ...supports.flatMap((_, row) => [
      [`supports.${row}.isOn`, "on"],
      [`supports.${row}.from`, offer.startsOn],
    ]),
  ]);
}
