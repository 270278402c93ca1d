import { BadgeCheck, CircleDashed } from "lucide-react";
import { cx } from "@/components/ui/layout/cx";

type ProofSealProps = { isProven: boolean; goesOn?: boolean; title: string; detail: string };

/** How good a proposal is known to be, and since when. */
export function ProofSeal({ isProven, goesOn = false, title, detail }: ProofSealProps) {
  return (
    <div
      role="status"
      className={cx(
        "flex min-h-14 items-center gap-3 rounded-lg px-4 py-3",
        isProven ? "bg-accent-soft text-accent-text" : "bg-sunken text-ink",
      )}
    >
      {isProven ? (
        <BadgeCheck aria-hidden className="size-5 shrink-0" />
      ) : (
        <CircleDashed
          aria-hidden
          className={cx("size-5 shrink-0 text-ink-2", goesOn && "animate-spin motion-reduce:animate-none")}
        />
      )}
      <span className="text-sm">
        <span className="block text-base font-semibold">{title}</span>
        <span className="block text-xs">{detail}</span>
      </span>
    </div>
  );
}
