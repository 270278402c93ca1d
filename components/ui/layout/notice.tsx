import { CircleCheck, Info, Sparkles, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

const tones = {
  neutral: { className: "bg-sunken text-ink", Icon: Info },
  done: { className: "bg-sunken text-ink", Icon: CircleCheck },
  plan: { className: "bg-plan-bg text-plan-ink", Icon: Sparkles },
  gap: { className: "bg-gap-bg text-gap-ink", Icon: TriangleAlert },
};

type NoticeProps = ComponentProps<"div"> & { tone?: keyof typeof tones; actions?: ReactNode };

/** A band of words above what it concerns, with an icon and at most two actions. */
export function Notice({ tone = "neutral", actions, className, children, ...props }: NoticeProps) {
  const { className: toneStyle, Icon } = tones[tone];
  return (
    <div
      {...props}
      className={cx(
        "flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg px-3 py-2 text-sm outline-offset-2",
        toneStyle,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-56 items-start gap-2.5">
        <Icon aria-hidden className="mt-[0.15em] size-4 shrink-0" />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
