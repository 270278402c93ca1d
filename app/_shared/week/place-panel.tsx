import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/forms/button";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";

type PlacePanelProps = {
  layout: "grid" | "list";
  isOpen: boolean;
  close: () => void;
  /** What was pressed. */
  trigger: HTMLElement;
  label: string;
  title: string;
  meta: string;
  children: ReactNode;
};

/** What was opened in a week: under its place in the grid of a wide screen, from below over the list of a phone. */
export function PlacePanel(props: PlacePanelProps) {
  const { layout, isOpen, close, label, title, meta, children } = props;
  const t = useTranslations("common.action");
  const trigger = useRef(props.trigger);
  const steering = { isOpen, onOpenChange: (opens: boolean) => !opens && close() };
  if (layout === "list")
    return (
      <Sheet {...steering} title={title} description={meta}>
        {children}
      </Sheet>
    );
  return (
    <Popover {...steering} label={label} triggerRef={trigger} className="w-[424px] rounded-xl">
      <header className="flex items-start gap-2 pb-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          <p className="text-xs text-ink-2">{meta}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("close")}
          onPress={close}
          icon={<X aria-hidden />}
        />
      </header>
      {children}
    </Popover>
  );
}
