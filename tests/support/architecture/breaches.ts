import { type Import, importsOf, type Sources, withoutComments } from "./source";
import {
  AREA,
  DOMAIN_FILE,
  DOMAIN_ORDER,
  EMPTY_NAMES,
  ENGINES,
  IMPURE_SHARED,
  IMPURE_WORDS,
  NAMES_TWICE,
  ROOMS,
  type Room,
} from "./table";

function roomOf(path: string): Room | undefined {
  return ROOMS.find(({ files }) => files.test(path));
}

function domainOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function isDomainFile(path: string): boolean {
  return ["pure", "planner", "worker", "verbs"].includes(roomOf(path)?.name ?? "");
}

/** Every breach of the import table, as a sentence that names the file. */
export function findBreaches(sources: Sources): string[] {
  const files = [...sources.keys()];
  const each = files.flatMap((path) => [
    ...breachesOfName(path),
    ...breachesOfPurity(path, sources.get(path) ?? ""),
    ...importsOf(path, sources).flatMap((found) => breachesOfImport(path, found)),
  ]);
  return [
    ...each,
    ...breachesOfUniqueness(sources),
    ...findCycles(sources).map((cycle) => `These import each other in a circle: ${cycle}.`),
  ];
}

function breachesOfName(path: string): string[] {
  const breaches: string[] = [];
  if (EMPTY_NAMES.test(path)) breaches.push(`${path} has a name that says nothing of what it holds.`);
  const domain = domainOf(path);
  if (domain && isDomainFile(path) && !DOMAIN_ORDER.includes(domain))
    breaches.push(`${path} lies in "${domain}", which has no place in the order of the domains.`);
  else if (domain && isDomainFile(path) && !ENGINES.test(path) && !DOMAIN_FILE.test(path))
    breaches.push(`${path} has a name outside the vocabulary of a domain's files.`);
  return breaches;
}

function breachesOfPurity(path: string, source: string): string[] {
  const room = roomOf(path);
  const word = room?.pure ? IMPURE_WORDS.exec(withoutComments(source))?.[0] : undefined;
  return word ? [`${path} is ${room?.name} and may not say ${word}`] : [];
}

function breachesOfImport(path: string, { specifier, file }: Import): string[] {
  const room = roomOf(path);
  if (!room) return [];
  if (!file)
    return mayUsePackage(room, specifier) ? [] : [`${path} is ${room.name} and may not import ${specifier}.`];
  const target = roomOf(file);
  if (!target) return file.endsWith(".ts") ? [`${path} imports ${file}, which lies in no room.`] : [];
  const mayEnter = target.name === room.name || room.rooms.includes(target.name);
  const impure = room.pure && IMPURE_SHARED.test(file);
  if (!mayEnter || impure) return [`${path} is ${room.name} and may not import ${file} (${target.name}).`];
  return [...breachesOfArea(path, file), ...breachesOfOrder(path, file)];
}

function breachesOfArea(path: string, file: string): string[] {
  const [own, other] = [AREA.exec(path)?.[0], AREA.exec(file)?.[0]];
  return other && own !== other ? [`${path} imports ${file}, which is another area's.`] : [];
}

const EXPORTED = /^export (?:async )?(?:function|const|type|class) (\w+)/gm;

function breachesOfUniqueness(sources: Sources): string[] {
  const homes = new Map<string, string[]>();
  for (const [path, source] of sources) {
    if (!path.startsWith("lib/")) continue;
    const names = new Set([...source.matchAll(EXPORTED)].map((match) => match[1] ?? ""));
    for (const name of names) homes.set(name, [...(homes.get(name) ?? []), path]);
  }
  return [...homes]
    .filter(([name, paths]) => paths.length > 1 && !Object.hasOwn(NAMES_TWICE, name))
    .map(([name, paths]) => `${name} is exported by ${paths.join(" and ")}.`);
}

function mayUsePackage(room: Room, specifier: string): boolean {
  if (specifier === "server-only") return !room.pure;
  return (room.packages?.test(specifier) ?? true) && !room.barredPackages?.test(specifier);
}

function breachesOfOrder(path: string, file: string): string[] {
  if (!isDomainFile(path) || !isDomainFile(file)) return [];
  const [own, other] = [domainOf(path) ?? "", domainOf(file) ?? ""];
  if (DOMAIN_ORDER.indexOf(other) <= DOMAIN_ORDER.indexOf(own)) return [];
  return [`${path} imports ${file}, but ${own} comes before ${other}.`];
}

function findCycles(sources: Sources): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const { file } of importsOf(path, sources, "at run time"))
      if (file && sources.has(file)) visit(file, [...trail, path]);
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}
