"use client";
import { ArrowRight, Inbox, Search, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header, Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, SearchField } from "react-aria-components/SearchField";
import { cx } from "@/components/ui/layout/cx";
import { menuRowStyle } from "@/components/ui/overlays/menu-row";
import { floatStyle, scrimStyle } from "@/components/ui/overlays/overlay-style";
import type { PaletteItem, PaletteSearch } from "./shell-types";
import { usePaletteSearch } from "./use-palette-search";

const icons = { page: ArrowRight, person: UserRound, request: Inbox };

type PaletteContentProps = { places: PaletteItem[]; search?: PaletteSearch; close: () => void };

type CommandPaletteProps = Omit<PaletteContentProps, "close"> & {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** ⌘K: go to any place of the area, or to what the search finds. */
export function CommandPalette({ isOpen, onOpenChange, ...content }: CommandPaletteProps) {
  const t = useTranslations("nav.palette");
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className={cx(scrimStyle, "flex justify-center p-3 pt-[12dvh]")}
    >
      <Modal className={cx(floatStyle, "h-fit max-h-[70dvh] w-full max-w-lg overflow-hidden")}>
        <Dialog aria-label={t("label")} className="flex max-h-[70dvh] flex-col outline-none">
          {({ close }) => <PaletteContent {...content} close={close} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteContent({ places, search, close }: PaletteContentProps) {
  const t = useTranslations("nav.palette");
  const [query, setQuery] = useState("");
  const { contains } = useFilter({ sensitivity: "base" });
  const { items, isAsking, failed } = usePaletteSearch(query, search);
  const pages = places.filter((place) => contains(place.label, query.trim()));
  const groups = [
    { label: t("pages"), items: pages },
    { label: t("found"), items },
  ].filter((group) => group.items.length > 0);
  const status = failed
    ? t("failed")
    : isAsking
      ? t("searching")
      : groups.length === 0
        ? t("nothing", { query: query.trim() })
        : "";
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField
        aria-label={t("label")}
        autoFocus
        className="flex items-center gap-2.5 border-b border-line px-3.5"
      >
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Input
          placeholder={t("placeholder")}
          className="h-12 w-full bg-transparent text-lg outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <Menu aria-label={t("label")} className="min-h-0 flex-1 overflow-auto p-1.5 outline-none empty:hidden">
        {groups.map((group) => (
          <MenuSection key={group.label} aria-label={group.label}>
            <Header className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-3">{group.label}</Header>
            {group.items.map((item) => (
              <PaletteRow key={item.id} item={item} onAction={close} />
            ))}
          </MenuSection>
        ))}
      </Menu>
      <p role="status" className="px-3.5 py-2 text-sm text-ink-2 empty:hidden">
        {status}
      </p>
      <p className="border-t border-line px-3.5 py-2 text-xs text-ink-3 touch:hidden">{t("hint")}</p>
    </Autocomplete>
  );
}

function PaletteRow({ item, onAction }: { item: PaletteItem; onAction: () => void }) {
  const Icon = icons[item.kind ?? "page"];
  return (
    <MenuItem
      id={item.id}
      href={item.href}
      onAction={onAction}
      textValue={item.label}
      className={menuRowStyle}
    >
      <Icon aria-hidden />
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.description && <span className="truncate text-ink-3">{item.description}</span>}
    </MenuItem>
  );
}
