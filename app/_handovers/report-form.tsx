"use client";
import { useTranslations } from "next-intl";
import { useHandoverRefusals } from "@/components/handovers/use-handover-refusals";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormDisclosure } from "@/components/ui/form-disclosure";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { add } from "./actions";

/** The cover notes what happened or what is different now. */
export function ReportForm({ id }: { id: string }) {
  const t = useTranslations("handovers.report");
  return (
    <Form
      action={add}
      done={t("added")}
      refusals={useHandoverRefusals()}
      className="max-w-xl print:hidden"
      resetWhenDone
    >
      <FormDisclosure summary={t("add")}>
        <input type="hidden" name="id" value={id} />
        <RadioGroup
          name="kind"
          label={t("kind")}
          appearance="segmented"
          defaultValue="happened"
          options={(["happened", "changed"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <TextArea name="text" label={t("field")} maxLength={2000} isRequired />
        <Button type="submit" variant="primary" className="w-fit">
          {t("submit")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
