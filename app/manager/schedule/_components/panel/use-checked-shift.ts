"use client";
import { useEffect, useState } from "react";
import { check } from "@/app/manager/schedule/actions";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { useSchedule } from "../schedule-context";
import type { ShiftValues } from "./shift-form";

const CHECKED_AFTER_MS = 300;
const NOTHING = { findings: [] as readonly Finding[], refusal: null as string | null };

/** What is to be known of a shift while it is being typed, or why it will be refused. */
export function useCheckedShift(asked: ShiftValues | null, shiftId: string | undefined) {
  const { poolId } = useSchedule();
  const refusals = useRefusalWords();
  const [found, setFound] = useState(NOTHING);
  const key = asked && JSON.stringify({ poolId, ...asked, id: shiftId });

  useEffect(() => {
    if (!key) return setFound(NOTHING);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await attempt(() => check(JSON.parse(key)));
      if (!isCurrent) return;
      setFound(
        answer.ok ? { findings: answer.value, refusal: null } : { findings: [], refusal: refusals(answer) },
      );
    }, CHECKED_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, refusals]);

  return found;
}
