"use client";
import { type ChangeEvent, type KeyboardEvent, useRef, useState } from "react";
import { cx } from "@/components/ui/layout/cx";
import { floatStyle } from "@/components/ui/overlays/overlay-style";
import { typeInto } from "./carrier";
import type { Option } from "./options";
import { SuggestList } from "./suggest-list";
import { TextField, type TextFieldProps } from "./text-field";
import { hasWords } from "./words-match";

type SuggestFieldProps = Omit<TextFieldProps, "list" | "autoComplete"> & { options: Option[] };

const MOST_SHOWN = 8;

/** One line of text, with texts known before offered beneath what is typed; a new one is typed out. Works before JavaScript as a plain field. */
export function SuggestField({ options, className, onChange, ...field }: SuggestFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const shown = typed === null ? [] : suggested(options, typed);
  const isOpen = shown.length > 0;
  const listId = `${field.name}-suggestions`;

  function show(text: string | null) {
    setTyped(text);
    setAt(-1);
  }

  function choose({ value }: Option) {
    const input = box.current?.querySelector("input");
    if (input) typeInto(input, value);
    show(null);
  }

  function change(event: ChangeEvent<HTMLInputElement>) {
    onChange?.(event);
    if (event.nativeEvent.isTrusted) show(event.currentTarget.value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = shown[at];
    if (step && isOpen) setAt(stepped(at, step, shown.length));
    else if (step) show(event.currentTarget.value);
    else if (event.key === "Escape" && isOpen) show(null);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={box} className={cx("relative", className)}>
      <TextField
        {...field}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        onChange={change}
        onKeyDown={onKeyDown}
        onBlur={() => show(null)}
      />
      {isOpen && (
        <div className={cx(floatStyle, "absolute inset-x-0 top-full z-20 mt-1.5 p-1")}>
          <SuggestList id={listId} label={field.label} options={shown} at={at} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

/** The options that fit what is typed; none where it is one of them already. */
function suggested(options: readonly Option[], typed: string): Option[] {
  const text = typed.trim();
  if (options.some(({ value }) => value === text)) return [];
  return options.filter(({ label, hint = "" }) => hasWords(`${label} ${hint}`, text)).slice(0, MOST_SHOWN);
}

/** The place one step on; before the first and after the last is what was typed, -1. */
function stepped(at: number, step: number, count: number): number {
  return ((at + 1 + step + count + 1) % (count + 1)) - 1;
}
