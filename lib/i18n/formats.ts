import type { Formats } from "next-intl";

/** Named formats for useFormatter and for ICU arguments; 24-hour, day before month. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "short" },
    dayLong: { weekday: "long", day: "numeric", month: "long" },
    dayYear: { day: "numeric", month: "long", year: "numeric" },
    time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    moment: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  },
  number: {
    percent: { style: "percent", maximumFractionDigits: 0 },
    oneDecimal: { maximumFractionDigits: 1 },
    signed: { signDisplay: "exceptZero" },
  },
} satisfies Formats;
