"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { cx } from "@/components/ui/layout/cx";
import { controlStyle } from "./control-style";
import { allOf, type FindOptions, type Option, type OptionGroup } from "./options";
import { useLoaded } from "./use-loaded";
import { placeTyped } from "./words-match";

type SelectButtonProps = {
  id: string;
  label: string;
  options: (Option | OptionGroup)[];
  placeholder?: string;
  value: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  find?: FindOptions;
  onChoose: (option: Option) => void;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

const TYPED_TOGETHER_MS = 700;

function loadList() {
  return import("./choice-list").then(({ ChoiceList }) => ChoiceList);
}

/** What is chosen, as a button; its list opens by a press or an arrow, and letters choose without it. */
export function SelectButton(props: SelectButtonProps) {
  const { id, label, options, placeholder, value, isDisabled, isRequired, find, onChoose, ...aria } = props;
  const t = useTranslations("common.form");
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const ChoiceList = useLoaded(loadList, isWanted);
  const typing = useTypedChoice(options, value, onChoose);
  const chosen = value === "" ? undefined : allOf(options).find((option) => option.value === value);

  function open() {
    setWanted(true);
    setOpen(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open();
    } else if (!find && typing(event)) event.preventDefault();
  }

  return (
    <>
      <button
        {...aria}
        ref={button}
        type="button"
        role="combobox"
        id={id}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-required={isRequired || undefined}
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
        onClick={open}
        onKeyDown={onKeyDown}
        className={cx(controlStyle, "cursor-default truncate pr-8 text-left", !chosen && "text-ink-2")}
      >
        {chosen?.label ?? placeholder ?? t("choose")}
      </button>
      {isOpen && ChoiceList && (
        <ChoiceList
          {...{ label, options, placeholder, value, find }}
          listId={`${id}-list`}
          triggerRef={button}
          onClose={() => setOpen(false)}
          onChoose={(option) => {
            setOpen(false);
            onChoose(option);
          }}
        />
      )}
    </>
  );
}

/** Chooses by the letters typed one after the other; answers whether a key was one of them. */
function useTypedChoice(
  options: (Option | OptionGroup)[],
  value: string,
  onChoose: (option: Option) => void,
) {
  const typed = useRef({ text: "", at: 0 });
  return ({ key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    const isGoingOn = timeStamp - typed.current.at < TYPED_TOGETHER_MS && typed.current.text !== "";
    if (ctrlKey || metaKey || altKey || key.length !== 1 || (key === " " && !isGoingOn)) return false;
    const text = isGoingOn ? typed.current.text + key : key;
    typed.current = { text, at: timeStamp };
    const choices = allOf(options).filter((option) => !option.isDisabled);
    const from = choices.findIndex((option) => option.value === value);
    const place = placeTyped(
      choices.map((option) => option.label),
      text,
      from,
    );
    const choice = choices[place];
    if (choice) onChoose(choice);
    return true;
  };
}
