"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { TapForm } from "@/components/handovers/tap-form";
import { useHandoverRefusals } from "@/components/handovers/use-handover-refusals";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormDisclosure } from "@/components/ui/form-disclosure";
import { TextArea } from "@/components/ui/text-area";
import type { HandoverItemView } from "@/lib/handovers/schema";
import { add, edit, moveOne, removeOne } from "./actions";

type ItemControlsProps = { item: HandoverItemView; isFirst: boolean; isLast: boolean };

/** Change, order and take away one item. */
export function ItemControls({ item, isFirst, isLast }: ItemControlsProps) {
  const t = useTranslations("handovers.item");
  const { id, text } = item;
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1 print:hidden">
      <Form
        action={edit}
        done={t("saved")}
        refusals={useHandoverRefusals()}
        className="min-w-0 flex-1 basis-40"
      >
        <FormDisclosure summary={t("edit")} label={t("editOf", { text })} className="pb-1">
          <input type="hidden" name="id" value={id} />
          <TextArea
            name="text"
            label={t("text")}
            defaultValue={text}
            maxLength={2000}
            isLabelHidden
            isRequired
          />
          <Button type="submit" variant="primary" className="w-fit">
            {t("save")}
          </Button>
        </FormDisclosure>
      </Form>
      <div className="flex gap-1">
        {!isFirst && (
          <TapForm
            action={moveOne}
            fields={{ id, direction: "up" }}
            label={t("up")}
            of={t("upOf", { text })}
            icon={<ArrowUp aria-hidden />}
            variant="ghost"
            isIcon
          />
        )}
        {!isLast && (
          <TapForm
            action={moveOne}
            fields={{ id, direction: "down" }}
            label={t("down")}
            of={t("downOf", { text })}
            icon={<ArrowDown aria-hidden />}
            variant="ghost"
            isIcon
          />
        )}
        <TapForm
          action={removeOne}
          fields={{ id }}
          label={t("remove")}
          of={t("removeOf", { text })}
          done={t("removed")}
          icon={<Trash2 aria-hidden />}
          variant="ghost"
          isIcon
        />
      </div>
    </div>
  );
}

/** Adds what to watch or what is good to know. */
export function AddItemForm({ id, kind }: { id: string; kind: "watch" | "note" }) {
  const t = useTranslations("handovers.item");
  return (
    <Form
      action={add}
      done={t("added")}
      refusals={useHandoverRefusals()}
      className="max-w-xl print:hidden"
      resetWhenDone
    >
      <FormDisclosure summary={t(kind === "watch" ? "addWatch" : "addNote")}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value={kind} />
        <TextArea
          name="text"
          label={t(kind === "watch" ? "watchField" : "noteField")}
          maxLength={2000}
          isRequired
        />
        <Button type="submit" variant="primary" className="w-fit">
          {t("add")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
