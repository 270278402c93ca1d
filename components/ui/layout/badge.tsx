import { ArrowRightLeft, type LucideIcon, Minus, Sparkles, TriangleAlert, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

const tones = {
  neutral: "bg-sunken text-ink",
  outline: "text-ink-2 ring-1 ring-line-2 ring-inset",
  own: "bg-own-bg text-own-ink",
  cover: "bg-cover-bg text-cover-ink",
  gap: "bg-gap-bg text-gap-ink font-semibold hatch",
  /** What is amiss and no gap: only gaps are hatched. */
  alert: "bg-gap-bg text-gap-ink",
  plan: "border border-dashed border-plan-bar bg-plan-bg text-plan-ink",
};

export type BadgeTone = keyof typeof tones;

type BadgeProps = { tone?: BadgeTone; icon: ReactNode; children: ReactNode; className?: string };

/** A status in an icon and a word; the colour only repeats what they say. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-md px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0",
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** What stands for a status everywhere it is shown: its icon and its tone. */
export type StatusMark = { Icon: LucideIcon; tone: BadgeTone };

/** A status by its mark and its word. */
export function StatusBadge({ mark: { Icon, tone }, children }: { mark: StatusMark; children: ReactNode }) {
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {children}
    </Badge>
  );
}

const slotIcons = { own: UserRound, cover: ArrowRightLeft, gap: TriangleAlert, plan: Sparkles, none: Minus };

export type SlotMark = keyof typeof slotIcons;

/** The icon that stands for a slot's state everywhere: own, cover, gap, in plan, not needed. */
export function SlotIcon({ mark, className }: { mark: SlotMark; className?: string }) {
  const Icon = slotIcons[mark];
  return <Icon aria-hidden className={cx("size-4 shrink-0", className)} strokeWidth={1.9} />;
}

/** The ground, ink and left bar of a slot in each state. */
export const slotStyle: Record<SlotMark, string> = {
  own: "border-l-[3px] border-own-bar bg-own-bg text-own-ink",
  cover: "border-l-[3px] border-cover-bar bg-cover-bg text-cover-ink",
  gap: "border-l-[3px] border-gap-bar bg-gap-bg text-gap-ink font-semibold hatch",
  plan: "border border-l-[3px] border-dashed border-plan-bar bg-plan-bg text-plan-ink",
  none: "border-l-[3px] border-line bg-transparent text-ink-3",
};

/** A state of a slot as icon and word, for lists and legends. */
export function SlotBadge({ mark, children }: { mark: SlotMark; children: ReactNode }) {
  return (
    <Badge tone={mark === "none" ? "outline" : mark} icon={<SlotIcon mark={mark} />}>
      {children}
    </Badge>
  );
}
