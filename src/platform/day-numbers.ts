// The numbers by which spreadsheets keep days, and the days they stand for.

const dayMs = 86_400_000

/** The day of a number in the 1900 system, or null beyond 1900-9999. Excel counts a 29 February 1900 that never was. */
export function dayOfNumber(number: number): string | null {
  const day = Math.floor(number)
  if (!(day >= 1 && day < 2_958_466) || day === 60) return null
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * dayMs).toISOString().slice(0, 10)
}

/** The number of a day `YYYY-MM-DD`, as Excel writes it. */
export function numberOfDay(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return null
  const number = Math.round((at - Date.UTC(1899, 11, 30)) / dayMs)
  return number > 60 ? number : number > 1 ? number - 1 : null
}
