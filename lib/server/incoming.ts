import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { BlockList } from "node:net";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "./client-address";

const MEGABYTE = 1024 * 1024;
const ORDINARY_BYTES = 2 * MEGABYTE;
/** Four files of an import, 20 MB each at most, in one form or one request. */
export const LARGEST_BODY_BYTES = 85 * MEGABYTE;

/** Where more may be sent than words, how much, and whether by anybody. The first that fits counts. */
const TAKES_MORE: readonly { at: RegExp; bytes: number; isForAnybody?: true }[] = [
  {
    at: /^\/(manager\/(absences\/)?import|api\/v1\/(imports|calendar-imports))\/?$/,
    bytes: LARGEST_BODY_BYTES,
  },
  // A request or an answer with its files, 50 MB at once.
  { at: /^\/(executive|(executive|assistant|manager)\/requests\/[^/]+)\/?$/, bytes: 51 * MEGABYTE },
  // Any other form of somebody who has signed in, and the API, with one file of 10 MB.
  { at: /^\/(assistant|executive|manager|api\/v1\/files)(\/|$)/, bytes: 11 * MEGABYTE },
  // A candidate's résumé.
  { at: /^\/careers\/(status\/|[^/]+\/apply\/send\/?$)/, bytes: 11 * MEGABYTE, isForAnybody: true },
  // A signed mail of 25 MB.
  { at: /^\/api\/inbound-mail\/?$/, bytes: 26 * MEGABYTE, isForAnybody: true },
];

type Headers = IncomingMessage["headers"];

/** The status a body is refused with by what its headers say, before a byte of it is read; null where it may come. */
export function refusalOfBody(path: string, headers: Headers): 411 | 413 | null {
  if (headers["transfer-encoding"] !== undefined) return 411;
  const isFromSomebody = headers.cookie !== undefined || headers.authorization !== undefined;
  const more = TAKES_MORE.find(({ at }) => at.test(path));
  const most = more && (isFromSomebody || more.isForAnybody) ? more.bytes : ORDINARY_BYTES;
  return Number(headers["content-length"] ?? 0) > most ? 413 : null;
}

function refuse(request: IncomingMessage, response: ServerResponse, status: 411 | 413): void {
  const code = status === 413 ? "body_too_large" : "length_required";
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", connection: "close" });
  response.end(JSON.stringify({ error: { code } }), () => request.destroy());
}

const REQUEST_HEADER = "x-standby-request";
const RETRY_SECONDS = "5";
const shared = globalThis as { standbyBusyRequests?: Set<string>; standbyGoneRequests?: Set<string> };

/** The requests under way that failed because the database is away or full. */
function busyRequests(): Set<string> {
  shared.standbyBusyRequests ??= new Set();
  return shared.standbyBusyRequests;
}

/** The requests under way whose page says that what it showed is gone. */
function goneRequests(): Set<string> {
  shared.standbyGoneRequests ??= new Set();
  return shared.standbyGoneRequests;
}

/** Notes that a page says that what it showed is gone for good, so that its answer does too; a page can't set its status. */
export function noteGone(headers: { get: (name: string) => string | null }): void {
  const id = headers.get(REQUEST_HEADER);
  if (id) goneRequests().add(id);
}

/** Notes that a page or form failed because the database is away or full, so that its answer says to try again. */
export function noteBusyRequest(headers: Record<string, string | string[] | undefined>): void {
  const id = headers[REQUEST_HEADER]?.toString();
  if (id) busyRequests().add(id);
}

/** Next answers 500 to whatever a page throws, and 200 to what it draws; a page can't say otherwise. */
function answerAsNoted(request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  request.headers[REQUEST_HEADER] = id;
  const { writeHead } = response;
  response.writeHead = (...args: unknown[]): ServerResponse => {
    if (args[0] === 200 && goneRequests().has(id))
      return Reflect.apply(writeHead, response, [410, ...args.slice(1)]);
    if (args[0] !== 500 || !busyRequests().has(id)) return Reflect.apply(writeHead, response, args);
    response.setHeader("Retry-After", RETRY_SECONDS);
    return Reflect.apply(writeHead, response, [503, ...args.slice(1)]);
  };
  response.once("close", () => {
    busyRequests().delete(id);
    goneRequests().delete(id);
  });
}

/** Answers requests with too long a body before Next takes the body into memory; it would do so to show it to the proxy. */
export function refuseLongBodies(): void {
  const emit: (this: Server, event: string, ...args: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function emitUnlessTooLong(this: Server, event: string, ...args: unknown[]) {
    if (event !== "request" && event !== "checkContinue") return emit.call(this, event, ...args);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const status = refusalOfBody(request.url?.split("?")[0] ?? "", request.headers);
    if (status === null) {
      answerAsNoted(request, response);
      return emit.call(this, event, ...args);
    }
    refuse(request, response, status);
    return true;
  };
}

/** Tells each request who sent it, by its socket; forwarded addresses count only from the given proxies. */
export function nameClients(proxies: BlockList): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    const client = clientAddress(request.socket.remoteAddress, forwarded?.toString(), proxies);
    if (client) request.headers[CLIENT_ADDRESS_HEADER] = client;
    else delete request.headers[CLIENT_ADDRESS_HEADER];
  });
}
