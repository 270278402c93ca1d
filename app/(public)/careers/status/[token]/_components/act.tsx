type ActProps = { title: string; explain: string; button: string; action: () => Promise<void> };

/** Something a candidate does behind a line that opens it, and says what follows; it needs no script. */
export function Act({ title, explain, button, action }: ActProps) {
  return (
    <details>
      <summary className="min-h-12 cursor-default py-3 text-[1.0625rem]">{title}</summary>
      <form action={action} className="grid justify-items-start gap-3 pb-4">
        <p className="text-base text-ink-2">{explain}</p>
        <button
          type="submit"
          className="h-11 rounded-lg border border-line-2 px-4 font-medium hover:bg-sunken"
        >
          {button}
        </button>
      </form>
    </details>
  );
}
