"use client";
import { use } from "react";
import { CalendarStateContext } from "react-aria-components/Calendar";
import { RangeCalendarStateContext } from "react-aria-components/RangeCalendar";

/** The state of the calendar around, for one day or for a first and a last. */
export function useCalendarState() {
  const day = use(CalendarStateContext);
  const range = use(RangeCalendarStateContext);
  return { state: day ?? range, isRange: range !== null };
}
