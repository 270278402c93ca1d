"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { finish } from "../../../actions";

/** Ends a session that is held, once everybody is marked. */
export function FinishSession({ session: { id, version } }: { session: { id: string; version: number } }) {
  const t = useTranslations("training.mark");
  return (
    <Form action={finish} refusals={useRefusalWords()} done={t("finished")}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" variant="primary" className="w-fit">
        {t("finish")}
      </Button>
    </Form>
  );
}
