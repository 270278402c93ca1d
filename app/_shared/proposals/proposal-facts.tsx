type ProposalFactsProps = { title: string; facts: readonly { words: string; figure: string }[] };

/** What a proposal means, in a few figures. */
export function ProposalFacts({ title, facts }: ProposalFactsProps) {
  return (
    <section>
      <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>
      <dl className="grid grid-cols-4 gap-2">
        {facts.map(({ words, figure }) => (
          <div key={words} className="flex flex-col-reverse justify-end">
            <dt className="text-xs text-ink-2">{words}</dt>
            <dd className="tnum text-xl font-semibold tracking-tight">{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
