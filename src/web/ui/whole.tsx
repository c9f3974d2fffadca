// Numbers, dates and ranges that must stay in one piece, whichever way the line runs.
import type { ReactNode } from 'react'
import { type DayPrecision, formatDay, formatDays, formatNumber } from '#platform/i18n/format.ts'
import { useLocale } from '../text.tsx'

export const Whole = ({ children }: { children: ReactNode }) => <bdi className="figures">{children}</bdi>

/** `short` is for registers, where many stand beside each other. */
export function Day({ day, precision = 'day', short = false }: { day: string; precision?: DayPrecision; short?: boolean }) {
  const length = { day: 10, month: 7, year: 4 }[precision]
  return <time dateTime={day.slice(0, length)}><bdi>{formatDay(day, precision, useLocale(), short ? 'short' : 'long')}</bdi></time>
}

export const Days = ({ from, until, precision = 'day' }: { from: string; until: string; precision?: DayPrecision }) =>
  <Whole>{formatDays(from, until, useLocale(), precision)}</Whole>

export const Figure = ({ of, options }: { of: number; options?: Intl.NumberFormatOptions }) =>
  <Whole>{formatNumber(of, useLocale(), options)}</Whole>
