import { ChevronDown } from "lucide-react";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";

type PoolSwitchProps = {
  label: string;
  pools: readonly { id: string; name: string }[];
  current: string;
  hrefOf: (poolId: string) => string;
};

const FEW_POOLS = 3;

/** The pools one leads beside each other; where they are more than a few, a button of the menu `pool` that the toolbar around it opens. */
export function PoolSwitch({ label, pools, current, hrefOf }: PoolSwitchProps) {
  if (pools.length < 2) return null;
  if (pools.length > FEW_POOLS) {
    return (
      <button
        type="button"
        data-menu="pool"
        aria-haspopup="menu"
        className={cx(buttonStyle("ghost"), "gap-1")}
      >
        {pools.find(({ id }) => id === current)?.name}
        <ChevronDown aria-hidden className="size-3.5!" />
      </button>
    );
  }
  return (
    <nav aria-label={label} className="flex rounded-md bg-sunken p-0.5">
      {pools.map(({ id, name }) => (
        <Link
          key={id}
          href={hrefOf(id)}
          aria-current={id === current ? "page" : undefined}
          className={cx(
            "block h-7 max-w-40 truncate rounded px-2.5 text-sm leading-7 font-medium text-ink-2 hover:text-ink",
            id === current &&
              "bg-surface text-ink shadow-[0_0_0_1px_var(--edge)] dark:bg-line dark:shadow-none",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
