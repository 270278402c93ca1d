"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Dialog } from "./dialog";

export type Chosen = { id: string; label: string; detail: string };

type ChooseDialogProps = {
  /** The button that opens it. */
  open: string;
  icon: ReactNode;
  title: (count: number) => string;
  explain: string;
  /** What the rows are, for those who don't see them. */
  legend: string;
  confirm: (count: number) => string;
  rows: readonly Chosen[];
  onConfirm: (ids: string[]) => Promise<void>;
};

/** One act for many rows: asks once, all of them chosen, and any can be left out. */
export function ChooseDialog(props: ChooseDialogProps) {
  const { open, icon, title, explain, legend, confirm, rows, onConfirm } = props;
  const common = useTranslations("common.action");
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => !left.has(id)).map(({ id }) => id);

  async function send() {
    setSending(true);
    await onConfirm(chosen);
    setSending(false);
    setOpen(false);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" icon={icon}>
          {open}
        </Button>
      }
      title={title(chosen.length)}
      description={explain}
      footer={(close) => (
        <>
          <Button onPress={close}>{common("cancel")}</Button>
          <Button variant="primary" isPending={isSending} isDisabled={chosen.length === 0} onPress={send}>
            {confirm(chosen.length)}
          </Button>
        </>
      )}
    >
      <fieldset className="grid gap-1">
        <legend className="sr-only">{legend}</legend>
        {rows.map(({ id, label, detail }) => (
          <Checkbox
            key={id}
            name={id}
            label={label}
            description={detail}
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
