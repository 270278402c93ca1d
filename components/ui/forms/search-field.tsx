import { Search, X } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { controlStyle } from "./control-style";

type SearchFieldProps = {
  label: string;
  /** The address of the list; the words go into `?name=`. */
  action: string;
  name?: string;
  query?: string;
  placeholder?: string;
  /** Other parts of the address to keep. */
  keep?: Record<string, string | undefined>;
  /** Without a border, for a row of filters. */
  isPlain?: boolean;
  className?: string;
};

/** Search within a list by address, so it works without script and can be shared. */
export function SearchField(props: SearchFieldProps) {
  const { label, action, name = "q", query = "", placeholder, keep = {}, isPlain, className } = props;
  const t = useTranslations("common.action");
  const kept = Object.entries(keep).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(kept).toString();
  return (
    <Form action={action} role="search" className={cx("relative w-full sm:w-64", className)}>
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Search
        aria-hidden
        className={cx(
          "pointer-events-none absolute top-1/2 size-4 -translate-y-1/2 text-ink-3",
          isPlain ? "left-0" : "left-2.5",
        )}
      />
      <input
        key={query}
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder ?? label}
        defaultValue={query}
        enterKeyHint="search"
        autoComplete="off"
        className={cx(
          controlStyle,
          "pr-8 pl-8 touch:pr-11 [&::-webkit-search-cancel-button]:hidden",
          isPlain && "border-transparent bg-transparent pl-6 text-sm hover:border-transparent",
        )}
      />
      {query && (
        <Link
          href={search ? `${action}?${search}` : action}
          aria-label={t("clear")}
          className="absolute top-0 right-0 grid size-8 place-items-center rounded-md text-ink-2 hover:text-ink touch:size-11"
        >
          <X aria-hidden className="size-4" />
        </Link>
      )}
    </Form>
  );
}
