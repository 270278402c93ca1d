import { cx } from "@/components/ui/layout/cx";

/** How an operation is called: its method and its path. */
export function MethodMark({
  method,
  path,
  className,
}: {
  method: string;
  path: string;
  className?: string;
}) {
  return (
    <code className={cx("font-mono text-sm [overflow-wrap:anywhere]", className)}>
      <span className="mr-2 inline-block rounded-md bg-sunken px-1.5 font-semibold text-ink">{method}</span>
      {path}
    </code>
  );
}
