"use client";
import { Pin } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { isOver } from "@/app/manager/coverage/board-lines";
import { SlotIcon, type SlotMark } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { hoursText } from "@/lib/time/hours";
import { useBoard } from "./board-context";

type StretchBarProps = {
  line: BoardLine;
  stretch: BoardStretch;
  /** What would help a gap, in a few words. */
  hint?: string | undefined;
  isActive: boolean;
  isOpen: boolean;
  isTarget: boolean;
  /** The width of a half-day, in pixels. */
  unit: number;
};

/** The sizes of a bar: an icon, two short lines, one name, a name with a word beside it. */
function sizeOf({ first, last }: BoardStretch, unit: number): "icon" | "short" | "name" | "wide" {
  const width = (last - first + 1) * unit;
  if (width < 44) return "icon";
  if (width < 96) return "short";
  return width < 240 ? "name" : "wide";
}

/** One stretch of a line on a wide screen: who serves the executive then. Keys and presses are the grid's. */
export const StretchBar = memo(function StretchBar(props: StretchBarProps) {
  const { line, stretch, isActive, isOpen, isTarget, unit } = props;
  const { words, columns } = useBoard();
  const { first, last, assistantId } = stretch;
  const size = sizeOf(stretch, unit);
  const past = Math.min(1, Math.max(0, (columns.todayAt - first) / (last - first + 1)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a grid whose rows are drawn as they come in sight
    <button
      type="button"
      role="gridcell"
      aria-colindex={first + 2}
      aria-colspan={last - first + 1}
      aria-label={words.label(line, stretch)}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      tabIndex={isActive ? 0 : -1}
      draggable={assistantId !== null && !isOver(stretch, columns)}
      data-at={first}
      data-person={stretch.status === "cover" ? (assistantId ?? undefined) : undefined}
      data-size={size}
      className={cx(
        "stretch",
        classOf(stretch, columns.todayAt),
        isTarget && "stretch-target",
        isOpen && "stretch-open",
      )}
      style={{
        gridColumn: `${first + 1} / span ${last - first + 1}`,
        ...(past > 0 && past < 1 && stretch.status === "cover" ? { "--past-part": `${100 * past}%` } : {}),
      }}
    >
      <Content {...props} size={size} />
    </button>
  );
});

/** The look of a stretch; a part that is over is quiet whatever it was. */
export function classOf(stretch: BoardStretch, todayAt: number): string {
  const over = stretch.last < todayAt && "stretch-past";
  const kind = kindOf(stretch);
  return cx(
    `stretch-${kind}`,
    over,
    stretch.isOffered && "stretch-asked",
    stretch.acceptedBy !== null && "stretch-accepted",
  );
}

function kindOf({ status, proposedId }: BoardStretch): "own" | "cover" | "gap" | "plan" | "none" {
  if (proposedId !== null) return "plan";
  return status === "not_needed" ? "none" : status;
}

const MARK: Record<BoardStretch["status"], SlotMark> = {
  own: "own",
  cover: "cover",
  gap: "gap",
  not_needed: "none",
};

type ContentProps = StretchBarProps & { size: ReturnType<typeof sizeOf> };

function Content({ stretch, hint, size }: ContentProps) {
  const t = useTranslations("board");
  const { names, words, columns } = useBoard();
  const { status, assistantId, proposedId, pieces, own } = stretch;
  const over = isOver(stretch, columns);
  if (pieces.length + own.length > 0) return <Parts stretch={stretch} size={size} />;
  const id = proposedId ?? assistantId;
  const isSmall = size === "icon" || size === "short";
  const name = id ? (isSmall ? words.first(id) : names.assistants[id]) : undefined;
  if (status === "not_needed") {
    return (
      <>
        <SlotIcon mark="none" className="size-3.5" />
        {!isSmall && <span>{t("status.none")}</span>}
      </>
    );
  }
  const mark = proposedId ? "plan" : MARK[status];
  const half = size === "short" && stretch.first === stretch.last && (stretch.first % 2 === 0 ? "am" : "pm");
  const under = half
    ? t(`half.${half}`)
    : undernote(stretch, over ? undefined : hint, size, t("aside.offered"));
  return (
    <>
      {status !== "own" && <SlotIcon mark={mark} className={isSmall ? "size-3" : "size-3.5"} />}
      {size !== "icon" && (
        <span className={under ? "stretch-two" : undefined}>
          {name ?? <strong>{t(status === "gap" ? gapKey(stretch, over) : "status.none")}</strong>}
          {under && <em>{under}</em>}
        </span>
      )}
      {stretch.pinned && <Pin aria-hidden className="size-3 shrink-0" />}
      <Aside stretch={stretch} hint={over ? undefined : hint} size={size} />
    </>
  );
}

/** What stands under the name of a bar of one day, where something is to be said. */
function undernote(
  stretch: BoardStretch,
  hint: string | undefined,
  size: ContentProps["size"],
  offered: string,
) {
  if (size !== "name") return undefined;
  if (stretch.isOffered) return offered;
  return stretch.status === "gap" && stretch.proposedId === null && stretch.acceptedBy === null
    ? hint
    : undefined;
}

function gapKey({ acceptedBy }: BoardStretch, over: boolean) {
  if (over) return "status.notCovered" as const;
  return acceptedBy === null ? ("status.gap" as const) : ("status.accepted" as const);
}

function Aside({
  stretch,
  hint,
  size,
}: {
  stretch: BoardStretch;
  hint: string | undefined;
  size: ContentProps["size"];
}) {
  const t = useTranslations("board");
  if (size !== "wide") return null;
  const { status, proposedId, isOffered, acceptedBy } = stretch;
  if (isOffered) return <span className="stretch-aside">{t("aside.offered")}</span>;
  if (proposedId) return <span className="stretch-aside">{t("aside.plan")}</span>;
  if (status === "cover") return <span className="stretch-aside">{t("aside.cover")}</span>;
  if (status === "gap" && acceptedBy === null && hint) return <span className="stretch-aside">{hint}</span>;
  return null;
}

/** A half-day in parts: who has which hours or duties, as far as there is room. */
function Parts({ stretch, size }: { stretch: BoardStretch; size: ContentProps["size"] }) {
  const t = useTranslations("board");
  const { words } = useBoard();
  const parts = [...stretch.pieces, ...stretch.own];
  const [main] = [...stretch.pieces].sort(
    (a, b) => Number(a.assistantId !== null) - Number(b.assistantId !== null),
  );
  const mark: SlotMark = stretch.proposedId ? "plan" : MARK[stretch.status];
  if (size === "icon") return <SlotIcon mark={mark} className="size-3" />;
  const who = main?.assistantId ? words.first(main.assistantId) : t("status.gap");
  const isShort = size === "short" || (size === "name" && parts.length === 1);
  return (
    <>
      <SlotIcon mark={mark} className="size-3" />
      {isShort ? (
        <span className="stretch-two">
          {parts.length > 1 ? t("parts", { count: parts.length }) : <strong>{who}</strong>}
          {main?.window && <em>{hoursText(main.window).replaceAll(":00", "")}</em>}
        </span>
      ) : (
        <span>
          {parts
            .map((part) => words.part(part))
            .map(({ who: name, what }) => `${name.split(" ")[0]}: ${what.replaceAll(":00", "")}`)
            .join(" · ")}
        </span>
      )}
    </>
  );
}
