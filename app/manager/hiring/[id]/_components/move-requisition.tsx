"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { TextArea } from "@/components/ui/forms/text-area";
import { MOVES_WITH_REASON, type RequisitionMove } from "@/lib/hiring/requisitions/rules";
import { goOn } from "../../actions";

/** What leads to people being found. */
const LEADS_ON: readonly RequisitionMove[] = ["submit", "approve", "resume"];

type MoveRequisitionProps = { id: string; version: number; moves: readonly RequisitionMove[] };

/** What can be done with a requisition now; what needs a reason opens a field for it. */
export function MoveRequisition({ id, version, moves }: MoveRequisitionProps) {
  const t = useTranslations("hiring.move");
  const fields = { id, version };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2 empty:hidden">
        {moves
          .filter((move) => !MOVES_WITH_REASON.includes(move))
          .map((move) => (
            <TapForm
              key={move}
              action={goOn}
              fields={{ ...fields, move }}
              label={t(`do.${move}`)}
              done={t(`done.${move}`)}
              variant={LEADS_ON.includes(move) ? "primary" : "outline"}
            />
          ))}
      </div>
      {moves
        .filter((move) => MOVES_WITH_REASON.includes(move))
        .map((move) => (
          <DisclosedForm
            key={move}
            action={goOn}
            fields={{ ...fields, move }}
            summary={t(`do.${move}`)}
            submit={t(`do.${move}`)}
            done={t(`done.${move}`)}
          >
            <TextArea name="reason" label={t("reason")} maxLength={500} isRequired />
          </DisclosedForm>
        ))}
    </div>
  );
}
