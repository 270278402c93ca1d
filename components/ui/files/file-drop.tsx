"use client";
import { type ReactNode, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { controlStyle } from "@/components/ui/forms/control-style";
import { FieldError } from "@/components/ui/forms/field";
import { useField } from "@/components/ui/forms/form-context";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { cx } from "@/components/ui/layout/cx";
import { DropArea } from "./drop-area";
import { FileRow } from "./file-row";
import { type FileSlot, type FileState, placed, putFiles } from "./file-slots";

type FileDropProps = {
  label: string;
  slots: FileSlot[];
  /** As in a file control: ".csv,text/csv". */
  accept: string;
  /** What one may drop, and what becomes of it. */
  words: { choose: string; drop: string; hint: string; unplaced: (names: string) => string };
  placeOf?: (file: File) => Promise<string | null>;
  /** What the last check says of a file, by the name it is sent under. */
  stateOf: (name: string, file: File, isWaiting: boolean) => FileState;
  onChange?: () => void;
};

/** Files to send: dropped or chosen together, each in its place. The browser's own controls hold them. */
export function FileDrop(props: FileDropProps) {
  const { label, slots, accept, words, placeOf = nowhere, stateOf, onChange } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const [files, setFiles] = useState<Record<string, File | undefined>>({});
  const [unplaced, setUnplaced] = useState<string[]>([]);
  const isAlive = useIsAlive();
  const { pending } = useFormStatus();
  const controlOf = (name: string) => box.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);

  async function take(dropped: File[]) {
    const found = await placed(dropped, slots, placeOf);
    setUnplaced(found.unplaced);
    for (const [name, file] of found.places) {
      const control = controlOf(name);
      if (control) putFiles(control, [file]);
    }
  }

  function remove(name: string) {
    const control = controlOf(name);
    if (control) putFiles(control, []);
  }

  return (
    <fieldset ref={box} className={cx("grid min-w-0 content-start gap-3", slots.length > 1 && "sm:min-h-56")}>
      <legend className="sr-only">{label}</legend>
      {isAlive && <DropArea {...{ accept, words }} isMany={slots.length > 1} onFiles={take} />}
      {unplaced.length > 0 && (
        <p role="alert" className="text-sm font-medium text-gap-ink">
          {words.unplaced(unplaced.join(", "))}
        </p>
      )}
      <div className={cx("grid gap-x-6", slots.length > 1 && "sm:grid-cols-2", !isAlive && "gap-y-4")}>
        {slots.map((slot) => (
          <Slot
            key={slot.name}
            {...{ slot, accept, isAlive }}
            onChange={(file) => {
              setFiles((known) => ({ ...known, [slot.name]: file }));
              onChange?.();
            }}
          >
            <FileRow
              slot={slot}
              file={files[slot.name]}
              state={stateOf}
              isWaiting={pending}
              onRemove={() => remove(slot.name)}
            />
          </Slot>
        ))}
      </div>
    </fieldset>
  );
}

type SlotProps = {
  slot: FileSlot;
  accept: string;
  isAlive: boolean;
  onChange: (file: File | undefined) => void;
  children: ReactNode;
};

function Slot({ slot, accept, isAlive, onChange, children }: SlotProps) {
  const { id, aria, message } = useField({ name: slot.name, description: slot.hint });
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className={cx("grid gap-1 text-sm font-medium", isAlive && "hidden")}>
        {slot.label}
        <input
          {...aria}
          id={isAlive ? undefined : id}
          type="file"
          name={slot.name}
          accept={accept}
          onChange={(event) => onChange(event.currentTarget.files?.[0])}
          className={cx(
            controlStyle,
            "h-auto py-1 text-sm font-normal file:mr-3 file:h-7 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:text-sm file:text-ink",
          )}
        />
        <span id={`${id}-description`} className="text-xs font-normal text-ink-2">
          {slot.hint}
        </span>
      </label>
      {isAlive && (
        <div id={id} tabIndex={-1} className="min-w-0 outline-none">
          {children}
        </div>
      )}
      {message && <FieldError id={id}>{message}</FieldError>}
    </div>
  );
}

async function nowhere(): Promise<null> {
  return null;
}
