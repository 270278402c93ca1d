"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useAmountWords } from "@/components/time/use-amount-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import type { CourseView } from "@/lib/training/courses/schema";
import { saveCourse } from "../../actions";
import { CourseFields } from "./course-fields";

type CourseListProps = {
  courses: readonly CourseView[];
  duties: { value: string; label: string }[];
  audiences: { value: string; label: string }[];
};

/** What may be learnt, each with the level it gives; a line opens to change it. */
export function CourseList({ courses, duties, audiences }: CourseListProps) {
  const t = useTranslations("training.course");
  const amountWords = useAmountWords();
  const refusals = useRefusalWords();
  const nameOf = new Map(duties.map(({ value, label }) => [value, label]));
  const whoOf = new Map(audiences.map(({ value, label }) => [value, label]));
  const factsOf = ({
    kind,
    minutes,
    grants,
    mandatoryFor,
    needsApproval,
    validMonths,
    isRetired,
  }: CourseView) =>
    [
      t(`kinds.${kind}`),
      amountWords(minutes, "minutes"),
      ...grants.map(({ dutyId, level }) => t("gives", { duty: nameOf.get(dutyId) ?? dutyId, level })),
      ...(validMonths === null ? [] : [t("validFor", { months: validMonths })]),
      ...mandatoryFor.map((one) => t("mandatory", { who: whoOf.get(audienceKey(one)) ?? "" })),
      ...(needsApproval ? [t("decided")] : []),
      ...(isRetired ? [t("retired")] : []),
    ].join(" · ");
  return (
    <ul>
      {courses.map((course) => (
        <li key={course.id} className="border-b border-hair py-2">
          <p className="font-medium">{course.name}</p>
          <p className="text-sm text-ink-2">{factsOf(course)}</p>
          <Form
            key={course.version}
            action={saveCourse}
            values={valuesOf(course)}
            done={t("saved")}
            refusals={refusals}
            className="max-w-md"
          >
            <input type="hidden" name="id" value={course.id} />
            <input type="hidden" name="version" value={course.version} />
            <input type="hidden" name="costPerSession" value={course.costPerSession} />
            <input type="hidden" name="requiredShare" value={course.requiredShare} />
            <FormDisclosure summary={t("change")} label={t("changeOf", { name: course.name })}>
              <CourseFields duties={duties} audiences={audiences} course={course} />
              <Checkbox name="isRetired" label={t("isRetired")} defaultChecked={course.isRetired} />
              <Button type="submit" className="w-fit">
                {t("save")}
              </Button>
            </FormDisclosure>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function audienceKey({ poolId, seniority, dutyId }: CourseView["mandatoryFor"][number]): string {
  if (poolId) return `pool:${poolId}`;
  if (seniority) return `seniority:${seniority}`;
  return dutyId ? `duty:${dutyId}` : "all";
}

function valuesOf(course: CourseView): Record<string, string> {
  const { name, kind, minutes, validMonths, grants, mandatoryFor } = course;
  const audienceRows = mandatoryFor.flatMap((one, row) => [
    [`mandatoryFor.${row}.who`, audienceKey(one)],
    [`mandatoryFor.${row}.dueOn`, one.dueOn ?? ""],
    [`mandatoryFor.${row}.withinDays`, String(one.withinDays ?? "")],
  ]);
  const rows = grants.flatMap(({ dutyId, level }, row) => [
    [`grants.${row}.dutyId`, dutyId],
    [`grants.${row}.level`, String(level)],
  ]);
  return {
    name,
    kind,
    minutes: String(minutes),
    validMonths: String(validMonths ?? ""),
    ...Object.fromEntries([...rows, ...audienceRows]),
  };
}
