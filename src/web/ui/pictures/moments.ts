// Where moments stand on a line of time: earliest at 0, latest at 1.
import type { DayPrecision } from '#platform/i18n/format.ts'

/** `done` has happened, `due` is to come, `end` is the end of the term, `today` is added by the picture. */
export type Moment = { day: string; words: string; kind: 'done' | 'due' | 'end' | 'today'; precision?: DayPrecision }

export function placed(moments: Moment[]): (Moment & { at: number })[] {
  const sorted = moments.toSorted((a, b) => a.day.localeCompare(b.day))
  const [first, last] = [Date.parse(sorted[0]?.day ?? ''), Date.parse(sorted.at(-1)?.day ?? '')]
  const span = last - first
  return sorted.map((moment) => ({ ...moment, at: span > 0 ? (Date.parse(moment.day) - first) / span : 0.5 }))
}

/** Whether each moment stands far enough from the next for its words to stand beneath it. */
export const spread = (moments: { at: number }[]): boolean => moments.every(({ at }, place) => place === 0 || at - moments[place - 1]!.at >= 0.22)
