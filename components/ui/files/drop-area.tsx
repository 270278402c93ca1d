"use client";
import { Upload } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { cx } from "@/components/ui/layout/cx";

type DropAreaProps = {
  accept: string;
  isMany: boolean;
  words: { choose: string; drop: string; hint: string };
  onFiles: (files: File[]) => void;
};

/** Where files are dropped, pasted or chosen. */
export function DropArea({ accept, isMany, words, onFiles }: DropAreaProps) {
  return (
    <DropZone
      aria-label={`${words.choose} ${words.drop}`}
      getDropOperation={() => "copy"}
      onDrop={async ({ items }) => {
        onFiles(await Promise.all(items.flatMap((item) => ("getFile" in item ? [item.getFile()] : []))));
      }}
      className={cx(
        "grid justify-items-center gap-1 rounded-lg border border-line-2 border-dashed px-4 py-5 text-center text-base",
        "data-drop-target:border-accent data-drop-target:border-solid data-drop-target:bg-accent-soft data-drop-target:ring-1 data-drop-target:ring-accent",
        "data-focus-visible:outline-2 data-focus-visible:outline-accent",
      )}
    >
      {({ isDropTarget }) => (
        <>
          <Upload aria-hidden className={cx("mb-1 size-5", isDropTarget ? "text-accent" : "text-ink-3")} />
          <p>
            <FileTrigger
              acceptedFileTypes={accept.split(",")}
              allowsMultiple={isMany}
              onSelect={(chosen) => onFiles([...(chosen ?? [])])}
            >
              <Button className="cursor-default rounded-sm font-medium text-accent hover:underline touch:min-h-11">
                {words.choose}
              </Button>
            </FileTrigger>{" "}
            {words.drop}
          </p>
          <p className="text-xs text-ink-2">{words.hint}</p>
        </>
      )}
    </DropZone>
  );
}
