import "server-only";
import { listHolidayRegions } from "@/lib/days-off";
import type { Locale } from "@/lib/i18n/locales";
import type { Choice } from "./people-choices";

/** The time zones and holiday regions a pool may have; what it has already is among them. */
export function poolChoices(
  locale: Locale,
  known?: { timeZone: string; holidayRegion: string },
): { timeZones: Choice[]; regions: Choice[] } {
  const zones = Intl.supportedValuesOf("timeZone").concat("UTC");
  const regions = listHolidayRegions(locale).map(({ region, country, name }) => ({
    value: region,
    label: name ? `${country} – ${name}` : country,
  }));
  return {
    timeZones: withKnown(
      [...new Set(zones)].map((value) => ({ value, label: value.replaceAll("_", " ") })),
      known?.timeZone,
    ),
    regions: withKnown(regions, known?.holidayRegion),
  };
}

function withKnown(choices: Choice[], known: string | undefined): Choice[] {
  if (known === undefined || choices.some(({ value }) => value === known)) return choices;
  return [{ value: known, label: known }, ...choices];
}
