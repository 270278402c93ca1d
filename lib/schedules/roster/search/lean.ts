import { int, item } from "@/lib/solver/arrays";
import { brokenRules } from "../problem/person-rules";
import type { RosterProblem } from "../problem/problem";
import { type State, scoreOf, setSchedule } from "./state";

/** Takes away, one by one, the shifts whose removal breaks no rule and makes nothing worse. */
export function removeIdle(problem: RosterProblem, state: State) {
  let value = scoreOf(state).value;
  for (let changed = true; changed; ) {
    changed = false;
    for (const person of state.instance.people) {
      for (let day = 0; day < state.instance.days; day++) {
        const options = item(state.roster, person.place);
        if (int(options, day) < 0 || int(person.pin, day) >= 0) continue;
        const without = options.slice();
        without[day] = -1;
        const worked = [...without].flatMap((option) => (option < 0 ? [] : [item(person.shifts, option)]));
        if (brokenRules(item(problem.people, person.place), problem.days, worked).length > 0) continue;
        setSchedule(state, person.place, without);
        const after = scoreOf(state).value;
        if (after > value) {
          setSchedule(state, person.place, options);
          continue;
        }
        value = after;
        changed = true;
      }
    }
  }
}
