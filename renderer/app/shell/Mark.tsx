/** The mark of Glyphlens, as on its icon: lines of text under a lens. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="1.75rem" height="1.75rem" fill="none" stroke="currentColor" aria-hidden>
      <circle cx="10.5" cy="10.5" r="7.5" strokeWidth="1.75" />
      <path d="m16 16 5 5" strokeWidth="2.25" strokeLinecap="round" />
      <path d="M7.75 8h5M6.75 10.5h7.5M7.75 13h3.5" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  )
}
