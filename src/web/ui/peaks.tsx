// The mark of the house: two ridges, one snow line.

export const Peaks = () => (
  <svg width="28" height="28" viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round"
    aria-hidden="true">
    <path d="M3 25 12.500 8l5 8.500L20 12l9 13zM9.600 13.200l3 2.600 2.900-2.600" />
  </svg>
)
