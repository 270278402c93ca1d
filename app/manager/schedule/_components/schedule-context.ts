"use client";
import { createContext, useContext } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import type { GridPerson, GridRole, GridShift } from "@/app/manager/schedule/schedule-data";
import type { FillView } from "@/lib/schedules/fills/schema";
import type { TemplateView } from "@/lib/schedules/setup/schema";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import type { ScheduleActs } from "./use-schedule-acts";

/** What the parts of the schedule share. */
export type ScheduleContextValue = {
  poolId: string;
  days: readonly ShownDay[];
  roles: ReadonlyMap<string, GridRole>;
  templates: readonly TemplateView[];
  people: ReadonlyMap<string, GridPerson>;
  findingsOf: (shiftId: string) => readonly Finding[];
  acts: ScheduleActs;
  /** What is proposed for days of the week, or null. */
  fill: FillView | null;
};

export const ScheduleContext = createContext<ScheduleContextValue | null>(null);

export function useSchedule(): ScheduleContextValue {
  const value = useContext(ScheduleContext);
  if (!value) throw new Error("no schedule around this");
  return value;
}

/** What is open beside the grid: a shift, or the place of a new one. */
export type OpenedPlace =
  | { kind: "shift"; shift: GridShift; trigger: HTMLElement; isSplitting?: boolean }
  | { kind: "new"; rowId: string; on: ShownDay["on"]; trigger: HTMLElement };
