import { useTranslations } from "next-intl";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import type { SkillMatrixView } from "@/lib/training/matrix/schema";
import { matrixAddress } from "../matrix-address";

type SkillTableProps = {
  matrix: SkillMatrixView;
  dutyNames: Readonly<Record<string, string>>;
  address: { pool: string; page: number };
  open: { person: string; duty: string } | null;
};

const headStyle =
  "border-b border-l border-line px-2 py-2 text-left align-bottom text-xs font-normal text-ink-2";
const nameStyle = "sticky left-0 z-10 bg-surface text-left";

/** People by duties: a level in each cell, and above them how many hold what executives ask for. */
export function SkillTable({ matrix: { duties, people, total }, dutyNames, address, open }: SkillTableProps) {
  const t = useTranslations("training.matrix");
  return (
    <div className="-mx-(--edge) overflow-x-auto">
      <table className="min-w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className={cx(headStyle, nameStyle, "min-w-44 border-l-0 px-(--edge)")}>
              {t("assistant")}
            </th>
            {duties.map(({ dutyId, needed }) => (
              <th key={dutyId} scope="col" className={cx(headStyle, "min-w-20")}>
                <span className="block font-medium text-ink">{dutyNames[dutyId] ?? dutyId}</span>
                {needed === null ? t("notAsked") : t("needs", { level: needed })}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row" className={cx(headStyle, nameStyle, "border-l-0 px-(--edge)")}>
              <span className="block font-medium text-ink">{t("able")}</span>
              {t("of", { count: total })}
            </th>
            {duties.map((duty) => (
              <td key={duty.dutyId} className={cx(headStyle, "p-0")}>
                <Able duty={duty} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, levels }) => (
            <tr key={id} className="hover:bg-canvas">
              <th
                scope="row"
                className={cx(
                  nameStyle,
                  "border-b border-hair px-(--edge) py-1.5 font-medium whitespace-nowrap",
                )}
              >
                {name}
              </th>
              {duties.map(({ dutyId, needed }) => (
                <td key={dutyId} className="border-b border-l border-hair p-0">
                  <Link
                    href={matrixAddress({ ...address, person: id, duty: dutyId })}
                    scroll={false}
                    aria-current={(open?.person === id && open.duty === dutyId) || undefined}
                    aria-label={t("cell", {
                      name,
                      duty: dutyNames[dutyId] ?? dutyId,
                      level: levels[dutyId] ?? 0,
                    })}
                    className="grid min-h-10 content-center gap-1 px-2 aria-[current]:outline-2 aria-[current]:-outline-offset-2 aria-[current]:outline-accent touch:min-h-11"
                  >
                    <Level level={levels[dutyId]} needed={needed} />
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Able({ duty: { needed, able, only } }: { duty: SkillMatrixView["duties"][number] }) {
  const t = useTranslations("training.matrix");
  if (needed === null) return <span className="block px-2 py-1.5">–</span>;
  return (
    <span
      className={cx(
        "block px-2 py-1.5",
        able === 0 && "hatch bg-gap-bg font-semibold text-gap-ink",
        able === 1 && "text-gap-ink outline-[1.5px] -outline-offset-[1.5px] outline-gap-bar",
      )}
    >
      <span className={cx("tnum block text-sm font-semibold", able > 1 && "text-ink")}>{able}</span>
      {able === 0 ? t("nobody") : only ? t("only", { name: firstNameOf(only) }) : t("people")}
    </span>
  );
}

const TICKS = [1, 2, 3, 4, 5];

function Level({ level, needed }: { level: number | undefined; needed: number | null }) {
  if (level === undefined) return <span className="text-ink-3">–</span>;
  const isEnough = level >= (needed ?? 1);
  return (
    <>
      <span className={cx("tnum leading-none", isEnough ? "font-semibold" : "text-ink-2")}>{level}</span>
      <span aria-hidden className="flex gap-px">
        {TICKS.map((tick) => (
          <span
            key={tick}
            className={cx("h-1 flex-1", tick > level ? "bg-sunken" : isEnough ? "bg-accent" : "bg-ink-3")}
          />
        ))}
      </span>
    </>
  );
}
