import "server-only";
import type { Manager } from "@/lib/actor";
import { languageChoices } from "@/lib/assistants/rules-names";
import type { Ctx } from "@/lib/context";
import { type Locale, nameIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import type { PeopleChoices } from "./people-choices";

/** What the forms about people choose from; languages already chosen are among them. */
export async function peopleChoices(
  ctx: Ctx<Manager>,
  locale: Locale,
  chosenLanguages: readonly string[] = [],
): Promise<PeopleChoices> {
  const [pools, duties] = await Promise.all([listPools(ctx), listDuties(ctx)]);
  return {
    pools: pools.map(({ id, name }) => ({ value: id, label: name })),
    duties: duties.map((duty) => ({ value: duty.id, label: nameIn(locale, duty) })),
    languages: languageChoices(chosenLanguages, locale),
  };
}
