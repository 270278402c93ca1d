import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

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

/** The names of the arguments that a message takes. */
export function argumentsIn(message: string): string[] {
  return [...new Set(argumentsOf(parse(message)).map((argument) => argument.split(":")[0] ?? ""))];
}
