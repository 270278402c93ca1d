"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useFrame } from "./frame-context";
import { FrameIcon } from "./frame-icon";
import { NativeDialog } from "./native-dialog";
import { PaletteList } from "./palette-list";
import type { FormVoidAction, Preferences } from "./shell-types";
import { useFound } from "./use-found";
import { type PaletteEntry, usePaletteGroups } from "./use-palette-groups";

type CommandPaletteProps = {
  preferences: Preferences;
  signOut: FormVoidAction;
  onClose: () => void;
  onHelp: () => void;
};

/** ⌘K: go to any place of the area or to a person or request one may know of, or begin something. */
export function CommandPalette({ onClose, ...acts }: CommandPaletteProps) {
  const t = useTranslations("nav.palette");
  const router = useRouter();
  const list = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const { items, isAsking, failed } = useFound(useFrame().area, query);
  const groups = usePaletteGroups(query, items, acts);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];

  useEffect(() => {
    if (active) document.getElementById(`${list}-${active.id}`)?.scrollIntoView({ block: "nearest" });
  }, [active, list]);

  function act(entry: PaletteEntry) {
    onClose();
    if ("href" in entry) router.push(entry.href);
    else entry.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing || (!step && event.key !== "Enter")) return;
    event.preventDefault();
    if (step) setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(entries.length, 1));
    else if (active) act(active);
  }

  const status = failed
    ? t("failed")
    : isAsking
      ? t("searching")
      : entries.length === 0
        ? t("nothing", { query: query.trim() })
        : "";
  return (
    <NativeDialog label={t("label")} onClose={onClose}>
      <label className="flex items-center gap-2.5 border-b border-line px-3.5">
        <FrameIcon name="search" className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: one opens it to type
          autoFocus
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-expanded={entries.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active && `${list}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          value={query}
          placeholder={t("placeholder")}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
      </label>
      <PaletteList
        id={list}
        groups={groups}
        active={active}
        onAct={act}
        onPoint={(entry) => setAt(entries.indexOf(entry))}
      />
      <p role="status" className="px-3.5 py-2 text-sm text-ink-2 empty:hidden">
        {status}
      </p>
      <p role="status" className="sr-only">
        {!isAsking && query.trim() && entries.length > 0 ? t("results", { count: entries.length }) : ""}
      </p>
      <p className="border-t border-line px-3.5 py-2 text-xs text-ink-3 touch:hidden">{t("hint")}</p>
    </NativeDialog>
  );
}
