"use client";
import { MessageSquareQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { Sheet } from "./read-sheet";

/** The saved replies of the composer it stands in: the chosen one is written where the caret is. */
export function SavedReplies({ replies }: { replies: Sheet["replies"] }) {
  const t = useTranslations("requests.replies");
  const box = useRef<HTMLDivElement>(null);
  const choose = (text: string) => () => {
    const area = box.current?.closest("form")?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
    if (!area) return;
    area.focus();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    // React hears of it as of typing, so that it is kept like what was typed.
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const chosen = replies.map(({ id, title, text }) => ({ id, label: title, onAction: choose(text) }));
  const entries = [...chosen, { id: "all", label: t("all"), href: "/assistant/requests/replies" }];
  return (
    <div ref={box}>
      <MenuArea entriesOf={() => entries}>
        <button
          type="button"
          data-menu="replies"
          aria-haspopup="menu"
          aria-expanded="false"
          className={buttonStyle("ghost")}
        >
          <MessageSquareQuote aria-hidden />
          {t("choose")}
        </button>
      </MenuArea>
    </div>
  );
}
