import { Check, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/layout/link";
import { DropPanel } from "@/components/ui/overlays/drop-panel";
import { WALLCHART_GROUPS } from "@/lib/absences/wallchart/schema";
import { type WallchartAsked, wallchartAddress } from "./wallchart-address";

type ChartOptionsProps = {
  path: string;
  asked: WallchartAsked;
  pools: { id: string; name: string }[];
  /** Where there are too many pools to stand side by side in the toolbar, which on a narrow screen they never do. */
  isWithoutPoolTabs: boolean;
};

/** How rows are grouped and whether cover is drawn too; and the rows shown as a file. */
export function ChartOptions({ path, asked, pools, isWithoutPoolTabs }: ChartOptionsProps) {
  const t = useTranslations("wallchart");
  const to = (change: Partial<WallchartAsked>) => wallchartAddress(path, asked, change);
  return (
    <DropPanel
      key={JSON.stringify(asked)}
      label={t("view")}
      icon={<SlidersHorizontal aria-hidden />}
      className="max-md:hidden"
      panelClassName="w-56 gap-0.5 p-1"
    >
      {pools.length > 1 && (
        <Choices title={t("pools")} className={isWithoutPoolTabs ? "" : "min-[1400px]:hidden"}>
          {[{ id: undefined, name: t("allPools") }, ...pools].map(({ id, name }) => (
            <ChoiceLink key={name} href={to({ poolId: id })} isCurrent={asked.poolId === id}>
              {name}
            </ChoiceLink>
          ))}
        </Choices>
      )}
      <Choices title={t("groupBy")}>
        {[undefined, ...WALLCHART_GROUPS].map((group) => (
          <ChoiceLink key={group ?? ""} href={to({ group })} isCurrent={asked.group === group}>
            {t(`group.${group ?? "none"}`)}
          </ChoiceLink>
        ))}
      </Choices>
      <hr className="my-1 border-line" />
      <ChoiceLink
        href={to({ covers: asked.covers ? undefined : "1" })}
        isCurrent={asked.covers !== undefined}
      >
        {t("showCovers")}
      </ChoiceLink>
      <a
        href={wallchartAddress(`${path}/csv`, { ...asked, covers: undefined, day: undefined })}
        download
        className={choiceStyle}
      >
        <span className="size-4" />
        {t("csv")}
      </a>
    </DropPanel>
  );
}

type ChoicesProps = { title: string; className?: string; children: ReactNode };

function Choices({ title, className, children }: ChoicesProps) {
  return (
    <div className={className}>
      <p className="px-2 pt-1.5 pb-0.5 text-xs text-ink-3">{title}</p>
      {children}
    </div>
  );
}

const choiceStyle = "flex min-h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken touch:min-h-11";

type ChoiceLinkProps = { href: string; isCurrent: boolean; children: ReactNode };

function ChoiceLink({ href, isCurrent, children }: ChoiceLinkProps) {
  return (
    <Link href={href} aria-current={isCurrent || undefined} className={choiceStyle}>
      {isCurrent ? <Check aria-hidden className="size-4" /> : <span className="size-4" />}
      {children}
    </Link>
  );
}
