"use client";
import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, use, useState } from "react";
import { Button } from "./button";
import { FieldSet } from "./field";
import { type FieldProps, FormContext, type FormValues, useField } from "./form-context";
import { useIsAlive } from "./use-is-alive";

type FormRowsProps = FieldProps & {
  addLabel: string;
  removeLabel: (row: number) => string;
  /** Empty rows after those that hold something; without script they are the way to add. */
  spare?: number;
  row: (prefix: string, number: number) => ReactNode;
};

/** Rows of fields named `skills.0.…`; they can be added and taken away once the page is alive. */
export function FormRows({ addLabel, removeLabel, spare = 1, row, ...frame }: FormRowsProps) {
  const field = useField(frame);
  const values = use(FormContext)?.values ?? {};
  const [rows, setRows] = useState(() => [...Array(rowsIn(values, frame.name) + spare).keys()]);
  const isAlive = useIsAlive();
  return (
    <FieldSet {...frame} id={field.id} message={field.message}>
      <div className="grid gap-3 sm:gap-2">
        {rows.map((index, position) => (
          <div key={index} className="flex items-end gap-2 max-sm:border-b max-sm:border-line max-sm:pb-3">
            <div className="min-w-0 flex-1">{row(`${frame.name}.${index}`, position + 1)}</div>
            {isAlive && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={removeLabel(position + 1)}
                icon={<Trash2 aria-hidden />}
                onPress={() => setRows(rows.filter((other) => other !== index))}
              />
            )}
          </div>
        ))}
      </div>
      {isAlive && (
        <Button
          className="mt-2 w-fit"
          icon={<Plus aria-hidden />}
          onPress={() => setRows([...rows, Math.max(-1, ...rows) + 1])}
        >
          {addLabel}
        </Button>
      )}
    </FieldSet>
  );
}

function rowsIn(values: FormValues, name: string): number {
  const indexes = Object.keys(values)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => Number(key.slice(name.length + 1).split(".")[0]));
  return Math.max(-1, ...indexes.filter(Number.isInteger)) + 1;
}
