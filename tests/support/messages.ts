import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import catalogLoader from "next-intl/extractor/catalogLoader";

/** The arguments of a parsed message with their types, tags too. */
export function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const inner = Object.values(element.options).flatMap((option) => argumentsOf(option.value));
      return [`${element.value}:${TYPE[element.type]}`, ...inner];
    }
    return [`${element.value}:${TYPE[element.type]}`];
  });
}

/** What is read of a message: its arguments as "{}", and every branch of a plural or a choice. */
export function readText(message: string): string {
  return textOf(parse(message));
}

function textOf(elements: MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return textOf(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        return Object.values(element.options)
          .map((option) => textOf(option.value))
          .join(" / ");
      return element.type === TYPE.pound ? "#" : "{}";
    })
    .join("");
}

/** The names of the arguments that a message takes. */
export function argumentsIn(message: string): string[] {
  return [...new Set(argumentsOf(parse(message)).map((argument) => argument.split(":")[0] ?? ""))];
}

/** All messages under a part of the words, by their path in it. */
export function flatMessages(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) =>
    flatMessages(child, path ? `${path}.${key}` : key),
  );
}

/** What the build makes of a file of messages: each one taken apart, by its path. */
export async function precompiled(words: object): Promise<Map<string, unknown>> {
  const source = await new Promise<string>((resolve, reject) => {
    const build = {
      getOptions: () => ({ messages: { format: "json", precompile: true } }),
      async: () => (error: Error | null, text: string) => (error ? reject(error) : resolve(text)),
      rootContext: process.cwd(),
      resourcePath: "en.json",
    };
    catalogLoader.call(build as never, JSON.stringify(words));
  });
  const built = JSON.parse(JSON.parse(source.slice("export default JSON.parse(".length, -")".length - 1)));
  const at = (path: string) =>
    path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], built);
  return new Map(flatMessages(words).map(([path]) => [path, at(path)]));
}
