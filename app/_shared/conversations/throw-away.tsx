"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { throwAway } from "./actions";
import type { CaseArea } from "./areas";

/** Throws a draft away; it was nobody's but its writer's. */
export function ThrowAway({ id, version, area }: { id: string; version: number; area: CaseArea }) {
  const t = useTranslations("conversations.raise");
  return (
    <Form action={throwAway} done={t("thrownAway")} refusals={useRefusalWords()} keepsNothing>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="area" value={area} />
      <Button type="submit" variant="ghost">
        {t("throwAway")}
      </Button>
    </Form>
  );
}
