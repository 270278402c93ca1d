"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form, type FormAnswer, type FormProps } from "@/components/ui/form";
import type { RequestMove } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

type MoveFormProps<S extends FormAnswer> = {
  request: Pick<SupportRequestView, "id" | "version" | "summary" | "status">;
  move: Exclude<RequestMove, "assign">;
  action: FormProps<S>["action"];
  isPrimary?: boolean;
};

const LEADS_TO = {
  start: "in_progress",
  wait: "waiting",
  resume: "in_progress",
  resolve: "resolved",
  close: "closed",
  reopen: "assigned",
  cancel: "cancelled",
} as const;

/** One tap that moves a request on; a form, so that it works before hydration. */
export function MoveForm<S extends FormAnswer>({
  request,
  move,
  action,
  isPrimary = false,
}: MoveFormProps<S>) {
  const t = useTranslations("requests");
  const { id, version, summary, status } = request;
  return (
    <Form
      action={action}
      className="gap-1"
      done={t(`moved.${LEADS_TO[move]}`, { summary })}
      refusals={(answer) => {
        const key =
          `refusals.${answer.status === "refused" ? answer.reason : ""}` as "refusals.not_serving_now";
        return t.has(key) ? t(key, { status }) : undefined;
      }}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        variant={isPrimary ? "primary" : "outline"}
        aria-label={t("move.of", { action: t(`move.${move}`), summary })}
      >
        {t(`move.${move}`)}
      </Button>
    </Form>
  );
}
