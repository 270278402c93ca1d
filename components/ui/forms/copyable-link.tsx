"use client";
import { Copy } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { cx } from "@/components/ui/layout/cx";
import { notify } from "@/components/ui/overlays/toast";
import { Button } from "./button";
import { TextField } from "./text-field";

type CopyableLinkProps = {
  label: string;
  description: string;
  address: string;
  /** The button's word, and what is said once the address is copied. */
  words: { copy: string; copied: string };
  className?: string;
  /** What else can be done with the link. */
  children?: ReactNode;
};

/** A link that is shown once, to be copied. */
export function CopyableLink({ label, description, address, words, className, children }: CopyableLinkProps) {
  const box = useRef<HTMLDivElement>(null);
  async function copy() {
    box.current?.querySelector("input")?.select();
    await navigator.clipboard?.writeText(address);
    notify(words.copied);
  }
  return (
    <div ref={box} role="status" className={cx("flex w-full flex-wrap items-end gap-2", className)}>
      <TextField
        name="link"
        label={label}
        description={description}
        value={address}
        readOnly
        className="min-w-0 flex-1 basis-72"
      />
      <Button onPress={copy} icon={<Copy aria-hidden />}>
        {words.copy}
      </Button>
      {children}
    </div>
  );
}
