"use client";
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Dialog } from "@/components/ui/overlays/dialog";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { approveEach } from "../../actions";

type Approvable = { id: string; version: number; name: string; when: string };

/** Approves all whose answer is clear, each with the plan's cover; asks once, and any can be left out. */
export function ApproveEach({ rows }: { rows: readonly Approvable[] }) {
  const t = useTranslations("absences.approveEach");
  const common = useTranslations("common.action");
  const refusals = useRefusalWords();
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => !left.has(id));

  async function approve() {
    setSending(true);
    const absences = chosen.map(({ id, version }) => ({ id, version }));
    const answer = await attempt(() => approveEach({ absences }));
    setSending(false);
    setOpen(false);
    if (!answer.ok) return notifyFault(refusals(answer));
    const { approved, refused } = answer.value;
    const names = refused.map(({ id }) => rows.find((row) => row.id === id)?.name ?? "").join(", ");
    if (refused.length > 0) notifyFault(t("some", { count: approved.length, names }));
    else notify(t("done", { count: approved.length }));
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" icon={<CheckCheck aria-hidden />} className="ml-auto">
          {t("open", { count: rows.length })}
        </Button>
      }
      title={t("title", { count: chosen.length })}
      description={t("explain")}
      footer={(close) => (
        <>
          <Button onPress={close}>{common("cancel")}</Button>
          <Button variant="primary" isPending={isSending} isDisabled={chosen.length === 0} onPress={approve}>
            {t("confirm", { count: chosen.length })}
          </Button>
        </>
      )}
    >
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t("which")}</legend>
        {rows.map(({ id, name, when }) => (
          <Checkbox
            key={id}
            name={id}
            value={id}
            label={name}
            description={when}
            checked={!left.has(id)}
            onChange={(event) => setLeft(withToggled(left, id, !event.currentTarget.checked))}
          />
        ))}
      </fieldset>
    </Dialog>
  );
}

function withToggled(ids: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
