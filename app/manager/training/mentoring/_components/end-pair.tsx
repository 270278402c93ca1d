"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { endPair } from "../actions";

/** Ends a mentorship of the pool; it asks first. */
export function EndPair({ pair: { id, version, mentee } }: { pair: MentorshipView }) {
  const t = useTranslations("mentoring.pool");
  return (
    <Disclosure
      tone="quiet"
      summary={t("end")}
      label={t("endOf", { name: mentee })}
      className="open:col-span-full"
    >
      <Form
        action={endPair}
        done={t("endExplain")}
        refusals={useRefusalWords()}
        className="gap-2 py-1 text-sm"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <p className="text-ink-2">{t("endExplain")}</p>
        <Button type="submit" variant="danger" className="w-fit">
          {t("endOf", { name: mentee })}
        </Button>
      </Form>
    </Disclosure>
  );
}
