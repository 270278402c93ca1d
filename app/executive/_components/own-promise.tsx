import { PromiseBar } from "@/components/requests/promise-bar";
import { usePromise } from "@/components/requests/use-promise";
import type { SupportRequestView } from "@/lib/requests/schema";

/** What was promised of a request and how much of it is used. */
export function OwnPromise({ request }: { request: SupportRequestView }) {
  const promise = usePromise()(request);
  if (!promise) return null;
  return (
    <p className="grid max-w-sm gap-1 text-sm">
      <span className="tnum inline-block first-letter:uppercase">{promise.words}</span>
      <PromiseBar share={promise.share} isLate={promise.isLate} />
    </p>
  );
}
