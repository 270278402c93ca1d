"use client";
import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/** What a calendar says of days: which is today where the reader works, and which are holidays there, by name. */
export type CalendarDays = { today: string; holidays: Record<string, string> };

type Source = { load: () => Promise<CalendarDays>; known: RefObject<CalendarDays | null> };

const SourceContext = createContext<Source | null>(null);

type CalendarsProps = { load: Source["load"]; children: ReactNode };

/** Says whom calendars beneath ask for the days when one is opened; without it they mark neither today nor holidays. */
export function Calendars({ load, children }: CalendarsProps) {
  const known = useRef<CalendarDays | null>(null);
  const source = useMemo(() => ({ load, known }), [load]);
  return <SourceContext value={source}>{children}</SourceContext>;
}

/** The days as they were last known, and as they are once the answer is there. */
export function useCalendarDays(): CalendarDays | null {
  const source = use(SourceContext);
  const [days, setDays] = useState(() => source?.known.current ?? null);
  useEffect(() => {
    source?.load().then(
      (now) => {
        source.known.current = now;
        setDays(now);
      },
      () => {},
    );
  }, [source]);
  return days;
}
