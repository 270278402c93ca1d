"use client";
import { FileText, Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { FieldError } from "@/components/ui/forms/field";
import { useField } from "@/components/ui/forms/form-context";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { cx } from "@/components/ui/layout/cx";
import { putFiles } from "./file-slots";

type FilePickProps = { mostBytes: number; mostFiles: number; className?: string };

const KEPT = "fileIds[]";
const ID_LENGTH = 36;

/** Files to go with a form, chosen one after another; those that were sent already stay where the form was refused. */
export function FilePick({ mostBytes, mostFiles, className }: FilePickProps) {
  const t = useTranslations("common.files");
  const field = useField({ name: "files[]" });
  const typed = useField({ name: KEPT }).typed;
  const sent = typeof typed === "string" ? [typed] : (typed ?? []);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const kept = sent.filter((one) => one !== "" && !dropped.includes(one));
  const { control, chosen, problem, onChange, remove } = useChosenFiles(mostBytes, mostFiles - kept.length);
  const isAlive = useIsAlive();
  return (
    <div className={cx("grid justify-items-start gap-1", className)}>
      <label
        className={cx(
          isAlive &&
            "row-go relative -ml-2.5 w-fit gap-1.5 touch:-ml-3.5 focus-within:outline-2 focus-within:outline-accent [&>svg]:size-4",
          !isAlive && "grid gap-1 text-sm font-medium",
        )}
      >
        {isAlive && <Paperclip aria-hidden />}
        {t("attach")}
        <input
          ref={control}
          id={field.id}
          type="file"
          name="files[]"
          multiple
          onChange={onChange}
          aria-invalid={field.aria["aria-invalid"]}
          aria-describedby={cx(`${field.id}-hint`, field.aria["aria-describedby"])}
          className={isAlive ? "absolute inset-0 size-full cursor-default opacity-0" : undefined}
        />
      </label>
      <p id={`${field.id}-hint`} className={cx("text-xs text-ink-2", isAlive && "sr-only")}>
        {t("attachHint")}
      </p>
      {problem && (
        <p role="alert" className="text-sm font-medium text-gap-ink">
          {problem}
        </p>
      )}
      {field.message && <FieldError id={field.id}>{field.message}</FieldError>}
      {kept.length + chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {kept.map((one) => (
            <Chip key={one} name={one.slice(ID_LENGTH + 1)} onRemove={() => setDropped([...dropped, one])}>
              <input type="hidden" name={KEPT} value={one} />
            </Chip>
          ))}
          {chosen.map((file, i) => (
            <Chip key={`${file.name} ${file.size}`} name={file.name} onRemove={() => remove(i)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is chosen in the browser's own control, with what was chosen before: choosing again adds. */
function useChosenFiles(mostBytes: number, most: number) {
  const t = useTranslations("common.files");
  const control = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const form = control.current?.form;
    const forget = () => setChosen([]);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);

  function put(files: readonly File[]) {
    setChosen(files);
    const { current } = control;
    if (current && current.files?.length !== files.length) putFiles(current, files);
  }

  function onChange({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const added = [...(currentTarget.files ?? [])].filter((file) => !chosen.includes(file));
    if (added.length === 0) return;
    const large = added.filter(({ size }) => size > mostBytes);
    const all = [...chosen, ...added.filter((file) => !large.includes(file))];
    const names = (files: readonly File[]) => files.map(({ name }) => name).join(", ");
    const tooMany = all.length > most ? t("tooMany", { names: names(all.slice(most)) }) : "";
    setProblem(large.length > 0 ? t("tooLarge", { names: names(large) }) : tooMany);
    put(all.slice(0, most));
  }

  return { control, chosen, problem, onChange, remove: (i: number) => put(chosen.filter((_, j) => j !== i)) };
}

type ChipProps = { name: string; onRemove: () => void; children?: React.ReactNode };

function Chip({ name, onRemove, children }: ChipProps) {
  const t = useTranslations("common.files");
  return (
    <li className="flex h-8 max-w-full items-center gap-1.5 rounded-lg border border-line pl-2 text-sm touch:h-11">
      <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="truncate">{name}</span>
      <button
        type="button"
        aria-label={t("remove", { name })}
        onClick={onRemove}
        className="grid size-8 shrink-0 place-items-center rounded-lg text-ink-2 hover:text-ink touch:size-11"
      >
        <X aria-hidden className="size-4" />
      </button>
      {children}
    </li>
  );
}
