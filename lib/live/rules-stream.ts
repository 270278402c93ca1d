import type { LiveMessage } from "./schema";

/** A message as a stream of server-sent events says it; its id is the number up to which all has been told. */
export function streamText(message: LiveMessage): string {
  const id = message.type === "change" ? message.event.seq : message.type === "beat" ? message.head : null;
  return `${id === null ? "" : `id: ${id}\n`}data: ${JSON.stringify(message)}\n\n`;
}
