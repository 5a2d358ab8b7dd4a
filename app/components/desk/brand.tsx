/** The mark: a disc half in shadow. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M16 2a14 14 0 0 0 0 28z" fill="currentColor" />
    </svg>
  );
}

/** Mark and name, as a link or, where there is nowhere to go yet, as text. */
export function Brand({ href, under }: { href?: string; under?: string | null }) {
  const content = (
    <>
      <Mark />
      <span>
        <b>Ombra</b>
        {under ? <small>{under}</small> : null}
      </span>
    </>
  );
  return href ? (
    <a className="brand" href={href}>
      {content}
    </a>
  ) : (
    <span className="brand">{content}</span>
  );
}
