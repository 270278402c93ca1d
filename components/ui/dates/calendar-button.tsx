"use client";
import { Calendar } from "lucide-react";
import { boxButtonStyle } from "./date-style";

type CalendarButtonProps = {
  label: string;
  isOpen: boolean;
  isDisabled?: boolean;
  onNear: () => void;
  onOpen: () => void;
};

/** Opens a calendar, which is fetched as soon as the button is near. */
export function CalendarButton({ label, isOpen, isDisabled, onNear, onOpen }: CalendarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      disabled={isDisabled}
      onPointerEnter={onNear}
      onFocus={onNear}
      onClick={() => {
        onNear();
        onOpen();
      }}
      className={boxButtonStyle}
    >
      <Calendar aria-hidden />
    </button>
  );
}
