// Small charts as SVG: shapes only, no words, so that they need no typeface and read the same in every script. Their numbers stand beside them.

/** Two sides' numbers from a middle line; columns: what, first side, second side. */
export interface Balance { chart: 'balance'; rows: { label: string; first: number; second: number }[] }
/** How much was claimed (outline) and confirmed (fill) of what was expected; columns: what, expected, claimed, confirmed. */
export interface Rings { chart: 'rings'; rows: { label: string; expected: number; claimed: number; confirmed: number }[] }
/** Days on a line; columns: day, what. `day` is ISO, `shown` how the reader writes it. */
export interface Timeline { chart: 'timeline'; from: string; until: string; today?: string; rows: { day: string; shown: string; label: string; done: boolean }[] }
export type ChartOf = Balance | Rings | Timeline

export const ink = { lapis: '#1F4E9E', jade: '#1E7A55', quiet: '#5B616B', line: '#C9C5BB' }
type Dir = 'ltr' | 'rtl'

const svg = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`
const round = (number: number): number => Math.round(number * 100) / 100

/** One row's two bars; `most` is the longest bar of the whole chart. The first side is where reading begins. */
export function balanceBars({ first, second }: { first: number; second: number }, most: number, dir: Dir = 'ltr'): string {
  const [left, right] = dir === 'ltr' ? [first, second] : [second, first]
  const [leftInk, rightInk] = dir === 'ltr' ? [ink.lapis, ink.jade] : [ink.jade, ink.lapis]
  const long = (value: number): number => round((Math.max(0, value) / Math.max(1, most)) * 58)
  return svg(120, 12, `<rect x="${60 - long(left)}" y="2" width="${long(left)}" height="8" fill="${leftInk}"/>`
    + `<rect x="60" y="2" width="${long(right)}" height="8" fill="${rightInk}"/><path d="M60 0V12" stroke="${ink.quiet}" stroke-width=".7"/>`)
}

/** Confirmed is filled, claimed only drawn around: two shapes, not only two colours. */
export function ring({ expected, claimed, confirmed }: { expected: number; claimed: number; confirmed: number }): string {
  const share = (value: number): number => (expected > 0 ? Math.min(1, Math.max(0, value / expected)) : 0)
  return svg(20, 20, `<circle cx="10" cy="10" r="8.5" fill="none" stroke="${ink.line}" stroke-width="1"/>${pie(share(confirmed))}${arc(share(claimed))}`)
}

function pie(share: number): string {
  if (share <= 0) return ''
  if (share >= 1) return `<circle cx="10" cy="10" r="6" fill="${ink.jade}"/>`
  return `<path d="M10 10V4A6 6 0 ${share > 0.5 ? 1 : 0} 1 ${onCircle(6, share)}Z" fill="${ink.jade}"/>`
}

function arc(share: number): string {
  if (share <= 0) return ''
  if (share >= 1) return `<circle cx="10" cy="10" r="8.5" fill="none" stroke="${ink.jade}" stroke-width="1.8"/>`
  return `<path d="M10 1.5A8.5 8.5 0 ${share > 0.5 ? 1 : 0} 1 ${onCircle(8.5, share)}" fill="none" stroke="${ink.jade}" stroke-width="1.8"/>`
}

const onCircle = (radius: number, share: number): string =>
  `${round(10 + radius * Math.sin(share * 2 * Math.PI))} ${round(10 - radius * Math.cos(share * 2 * Math.PI))}`

/** Done is filled, to come is open, today is a line. Time runs from where reading begins. */
export function timeline({ from, until, today, rows }: Omit<Timeline, 'chart'>, dir: Dir = 'ltr'): string {
  const [begin, end] = [Date.parse(from), Date.parse(until)]
  const at = (day: string): number => {
    const share = Math.min(1, Math.max(0, (Date.parse(day) - begin) / Math.max(1, end - begin)))
    return round(8 + 464 * (dir === 'ltr' ? share : 1 - share))
  }
  const line = `<path d="M8 12H472" stroke="${ink.quiet}" stroke-width="1"/>`
  const now = today ? `<path d="M${at(today)} 2V22" stroke="${ink.lapis}" stroke-width="1.4"/>` : ''
  return svg(480, 24, line + now + rows.map(({ day, done }) => mark(at(day), done)).join(''))
}

const mark = (x: number, done: boolean): string =>
  `<circle cx="${x}" cy="12" r="4" fill="${done ? ink.jade : '#FFFFFF'}" stroke="${done ? ink.jade : ink.quiet}" stroke-width="1.2"/>`
