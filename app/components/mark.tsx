/** The mark: a disc half in shadow. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className="mark-disc" cx="16" cy="16" r="14" strokeWidth="2" />
      <path className="mark-shadow" d="M16 2a14 14 0 0 0 0 28z" />
    </svg>
  );
}
