"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { TextArea } from "@/components/ui/forms/text-area";
import type { HandoverItemView } from "@/lib/handovers/schema";
import { add, edit, moveOne, removeOne } from "./actions";

type ItemControlsProps = { item: HandoverItemView; isFirst: boolean; isLast: boolean };

/** Change, order and take away one item. */
export function ItemControls({ item, isFirst, isLast }: ItemControlsProps) {
  const t = useTranslations("handovers.item");
  const { id, text } = item;
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1 print:hidden">
      <DisclosedForm
        action={edit}
        fields={{ id }}
        summary={t("edit")}
        label={t("editOf", { text })}
        submit={t("save")}
        done={t("saved")}
      >
        <TextArea
          name="text"
          label={t("text")}
          defaultValue={text}
          maxLength={2000}
          isLabelHidden
          isRequired
        />
      </DisclosedForm>
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
  const isWatch = kind === "watch";
  return (
    <DisclosedForm
      action={add}
      fields={{ id, kind }}
      summary={t(isWatch ? "addWatch" : "addNote")}
      submit={t("add")}
      done={t("added")}
      adds
    >
      <TextArea name="text" label={t(isWatch ? "watchField" : "noteField")} maxLength={2000} isRequired />
    </DisclosedForm>
  );
}
