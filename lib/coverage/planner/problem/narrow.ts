import { int, item, num } from "@/lib/solver/arrays";
import type { Cover, Episode, Instance } from "./instance";

/** An instance with only some candidates of each episode, whose tables then fit where a search reads them fast. */
export type Narrow = {
  instance: Instance;
  fromWide: (cover: Cover) => Cover;
  toWide: (cover: Cover) => Cover;
};

/** Narrows an instance to the listed candidates; candidates that are pinned or serve must be among them. */
export function narrowTo(instance: Instance, lists: readonly Int32Array[]): Narrow {
  const episodes = instance.episodes.map((episode, index) => narrowed(episode, item(lists, index)));
  return {
    instance: { ...instance, episodes },
    fromWide: (cover) => cover.map((served, index) => places(served, item(lists, index))),
    toWide: (cover) =>
      cover.map((served, index) => served.map((one) => (one < 0 ? -1 : int(item(lists, index), one)))),
  };
}

function places(served: Int32Array, list: Int32Array): Int32Array {
  return served.map((one) => (one < 0 ? -1 : list.indexOf(one)));
}

function narrowed(episode: Episode, list: Int32Array): Episode {
  const { steps } = episode;
  const size = list.length * steps;
  const take = new Int32Array(size);
  const use = new Int32Array(size);
  const feasible = new Uint8Array(size);
  const cost = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    const wide = int(list, Math.floor(node / steps)) * steps + (node % steps);
    take[node] = int(episode.take, wide);
    use[node] = int(episode.use, wide);
    feasible[node] = episode.feasible[wide] as number;
    cost[node] = num(episode.cost, wide);
  }
  return {
    ...episode,
    people: list.map((candidate) => int(episode.people, candidate)),
    misfit: list.map((candidate) => int(episode.misfit, candidate)),
    take,
    use,
    feasible,
    cost,
    pin: places(episode.pin, list),
  };
}
