"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { MOVES_WITH_REASON, type RequisitionMove } from "@/lib/hiring/requisitions/rules";
import { goOn } from "../../actions";

type MoveRequisitionProps = { id: string; version: number; moves: readonly RequisitionMove[] };

/** What can be done with a requisition now; what needs a reason opens a field for it. */
export function MoveRequisition({ id, version, moves }: MoveRequisitionProps) {
  return (
    <div className="grid justify-items-start gap-2">
      {moves.map((move) => (
        <OneMove key={move} {...{ id, version, move }} />
      ))}
    </div>
  );
}

function OneMove({ id, version, move }: { id: string; version: number; move: RequisitionMove }) {
  const t = useTranslations("hiring.move");
  const refusals = useRefusalWords();
  const needsReason = MOVES_WITH_REASON.includes(move);
  const isFirst = move === "submit" || move === "approve" || move === "resume";
  const form = (
    <Form action={goOn} done={t(`done.${move}`)} refusals={refusals} className="max-w-md gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="move" value={move} />
      {needsReason && <TextArea name="reason" label={t("reason")} maxLength={500} isRequired />}
      <Button type="submit" variant={isFirst ? "primary" : "outline"} className="w-fit">
        {t(`do.${move}`)}
      </Button>
    </Form>
  );
  if (!needsReason) return form;
  return (
    <Disclosure tone="quiet" summary={t(`do.${move}`)}>
      <div className="pt-1 pb-2">{form}</div>
    </Disclosure>
  );
}
