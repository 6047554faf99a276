/** A sentence in which the codes of dossiers and the numbers of documents do not break at their dashes. */

const codes = /(SK-\d{4}-[0-9A-Z]{5}|\d+\/[0-9A-ZĐ-]*[A-ZĐ][0-9A-ZĐ-]*)/;

export function CodeWords({ children }: { children: string }) {
  return children.split(codes).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={part + String(index)} className="nowrap">
        {part}
      </span>
    ),
  );
}
