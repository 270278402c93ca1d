/** What could be learnt, with the page that says more where there is one. */
export function OptionTitle({ option: { title, link } }: { option: { title: string; link: string } }) {
  return (
    <span className="font-medium">
      {link ? (
        <a href={link} target="_blank" rel="noreferrer" className="underline underline-offset-2">
          {title}
        </a>
      ) : (
        title
      )}
    </span>
  );
}
