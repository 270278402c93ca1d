import { handleApi } from "@/lib/api/handle";

export type ApiAnswer = { status: number; headers: Headers; body: never };

type Options = { token?: string; headers?: Record<string, string>; body?: unknown; raw?: BodyInit };

/** Calls the REST API in this process, without a network. */
export async function callApi(method: string, path: string, options: Options = {}): Promise<ApiAnswer> {
  const headers = new Headers(options.headers);
  if (options.token) headers.set("authorization", `Bearer ${options.token}`);
  if (options.body !== undefined && !headers.has("content-type"))
    headers.set("content-type", "application/json");
  const response = await handleApi(
    new Request(`http://127.0.0.1:3000/api/v1${path}`, {
      method,
      headers,
      body: options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    }),
  );
  const text = await response.text();
  const isJson = text !== "" && response.headers.get("content-type")?.startsWith("application/json");
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : null) as never,
  };
}
