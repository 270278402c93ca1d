"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { AssistantMove, ExecutiveMove } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { type MoveAction, type MovedAnswer, useMoved } from "./use-request-moves";

type MoveFormProps = {
  request: SupportRequestView;
  move: AssistantMove | ExecutiveMove;
  action: MoveAction;
  /** What takes the move back at once, where the reverse is a move of its own. */
  undo?: MoveAction | undefined;
  /** The one of several that is the answer most of the time. */
  isMain?: boolean;
};

/** One tap that moves a request on; a form, so that it works before hydration. */
export function MoveForm({ request, move, action, undo, isMain = false }: MoveFormProps) {
  const t = useTranslations("requests.move");
  const onDone = useMoved(request, undo);
  return (
    <Form
      action={action as FormProps<MovedAnswer>["action"]}
      className="gap-1"
      onDone={onDone}
      refusals={useRefusalWords()}
    >
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <RowButton isMain={isMain} label={t("of", { action: t(move), summary: request.summary })}>
        {t(move)}
      </RowButton>
    </Form>
  );
}

/** Calls a request off after asking: the question opens in place, with what it will do. */
export function CancelForm({ request, action }: Pick<MoveFormProps, "request" | "action">) {
  const t = useTranslations("requests.move");
  return (
    <Disclosure
      tone="quiet"
      summary={t("cancelAsk")}
      label={t("of", { action: t("cancelAsk"), summary: request.summary })}
      className="text-sm"
    >
      <div className="grid max-w-72 gap-2 py-1">
        <p className="text-ink-2">{t("cancelExplain")}</p>
        <MoveForm request={request} move="cancel" action={action} isMain />
      </div>
    </Disclosure>
  );
}
