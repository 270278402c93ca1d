"use client";
import { Check, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Input, SearchField } from "react-aria-components/SearchField";
import { DropPopover } from "@/components/ui/overlays/drop-popover";
import { allOf, type FindOptions, type Option, type OptionGroup } from "./options";
import { useFoundOptions } from "./use-found-options";
import { hasWords } from "./words-match";

type ChoiceListProps = {
  label: string;
  listId: string;
  options: (Option | OptionGroup)[];
  placeholder?: string;
  value: string;
  find?: FindOptions;
  triggerRef: RefObject<HTMLElement | null>;
  onChoose: (option: Option) => void;
  onClose: () => void;
};

/** From here on one searches rather than looks. */
const MANY_CHOICES = 12;

/** The choices of a select, beneath it; many can be narrowed by typing, those of the server are asked for. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, triggerRef, onClose, options, find } = props;
  const isSearched = Boolean(find) || allOf(options).length > MANY_CHOICES;
  return (
    <DropPopover
      {...{ label, triggerRef, onClose }}
      style={{ minWidth: triggerRef.current?.offsetWidth }}
      className="flex max-h-80 max-w-[calc(100vw-1.5rem)] flex-col overflow-hidden"
    >
      {isSearched ? (
        <SearchedChoices {...props} />
      ) : (
        <Choices {...props} options={withEmpty(props)} isFirst />
      )}
    </DropPopover>
  );
}

function SearchedChoices(props: ChoiceListProps) {
  const { label, options, find } = props;
  const t = useTranslations("common.choices");
  const [typed, setTyped] = useState("");
  const { found, isAsking, failed } = useFoundOptions(typed, find);
  const isTyped = typed.trim() !== "";
  const near = withEmpty(props).flatMap((option) => narrowed(option, typed));
  const shown = find && isTyped ? found : isTyped ? near : withEmpty({ ...props, options });
  const status = failed ? t("failed") : isAsking ? t("searching") : shown.length === 0 ? t("nothing") : "";
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField
        aria-label={label}
        autoFocus
        className="flex shrink-0 items-center gap-2 border-b border-line px-3"
      >
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Input
          placeholder={t("search")}
          className="h-9 w-full min-w-0 bg-transparent text-base outline-none touch:h-11 touch:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <Choices {...props} options={shown} />
      <p role="status" className="px-3 py-2 text-sm text-ink-2 empty:hidden">
        {status}
      </p>
    </Autocomplete>
  );
}

function Choices(props: ChoiceListProps & { isFirst?: boolean }) {
  const { label, listId, options, value, onChoose, onClose, isFirst } = props;
  const all = allOf(options);
  return (
    <ListBox
      id={listId}
      aria-label={label}
      autoFocus={isFirst}
      selectionMode="single"
      shouldFocusWrap
      selectedKeys={[keyOf(value)]}
      disabledKeys={all.filter((option) => option.isDisabled).map((option) => keyOf(option.value))}
      onSelectionChange={(keys) => {
        const option = all.find((one) => keys !== "all" && keys.has(keyOf(one.value)));
        if (option) onChoose(option);
        else onClose();
      }}
      className="min-h-0 flex-1 overflow-auto p-1 outline-none empty:hidden"
    >
      {options.map((option) =>
        "options" in option ? (
          <ListBoxSection key={option.label} id={`group ${option.label}`}>
            <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{option.label}</Header>
            {option.options.map(itemOf)}
          </ListBoxSection>
        ) : (
          itemOf(option)
        ),
      )}
    </ListBox>
  );
}

function itemOf({ value, label, hint }: Option) {
  return (
    <ListBoxItem
      key={value}
      id={keyOf(value)}
      textValue={label}
      className="group flex min-h-9 cursor-default items-center gap-3 rounded-md px-2 py-1 text-base outline-none data-disabled:text-ink-3 data-focused:bg-sunken touch:min-h-11"
    >
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint && <span className="tnum shrink-0 text-xs text-ink-3">{hint}</span>}
      <Check aria-hidden className="size-4 shrink-0 text-accent opacity-0 group-data-selected:opacity-100" />
    </ListBoxItem>
  );
}

/** React Aria knows no empty key. */
function keyOf(value: string): string {
  return `=${value}`;
}

function withEmpty({ options, placeholder }: Pick<ChoiceListProps, "options" | "placeholder">) {
  return placeholder === undefined ? options : [{ value: "", label: placeholder }, ...options];
}

function narrowed(option: Option | OptionGroup, typed: string): (Option | OptionGroup)[] {
  const fits = ({ label, hint = "" }: Option) => hasWords(`${label} ${hint}`, typed.trim());
  if (!("options" in option)) return fits(option) ? [option] : [];
  const options = option.options.filter(fits);
  return options.length > 0 ? [{ ...option, options }] : [];
}
