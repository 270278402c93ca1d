"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { CADENCES, type MentorProposal } from "@/lib/mentoring/pairs/rules";
import { propose } from "../actions";

type ProposeFormProps = {
  menteeId: string;
  mentors: readonly MentorProposal[];
  dutyIds: readonly string[];
  dutyNames: Readonly<Record<string, string>>;
  values: { startsOn: string; endsOn: string };
};

/** The mentors who fit, the best first; both are asked with one press. */
export function ProposeForm({ menteeId, mentors, dutyIds, dutyNames, values }: ProposeFormProps) {
  const t = useTranslations("mentoring.pool");
  const cadence = useTranslations("mentoring.cadence");
  const nameOf = (id: string) => dutyNames[id] ?? id;
  const says = ({ holds, load, limit }: MentorProposal) =>
    [
      ...holds.map(({ dutyId, level }) => t("holds", { duty: nameOf(dutyId), level })),
      t("load", { load, limit }),
    ].join(" · ");
  return (
    <Form
      action={propose}
      values={values}
      done={t("done")}
      refusals={useRefusalWords()}
      className="max-w-xl gap-3"
    >
      <input type="hidden" name="menteeId" value={menteeId} />
      {dutyIds.map((dutyId, row) => (
        <span key={dutyId} hidden>
          <input type="hidden" name={`goals.${row}.text`} value={t("goalFor", { duty: nameOf(dutyId) })} />
          <input type="hidden" name={`goals.${row}.dutyId`} value={dutyId} />
        </span>
      ))}
      <RadioGroup
        name="mentorId"
        label={t("mentor")}
        defaultValue={mentors[0]?.id ?? ""}
        options={mentors.map((one) => ({ value: one.id, label: `${one.name} · ${says(one)}` }))}
      />
      <Select
        name="cadence"
        label={t("cadence")}
        defaultValue="fortnightly"
        options={CADENCES.map((value) => ({ value, label: cadence(value) }))}
        isRequired
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField name="startsOn" label={t("from")} isRequired />
        <DateField name="endsOn" label={t("to")} isRequired />
      </div>
      <Button type="submit" variant="primary" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}
