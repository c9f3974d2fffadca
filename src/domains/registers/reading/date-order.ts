// Day first or month first? Cells that can be read only one way vote for the others written with the same separator, then for the column.
import type { DateText } from './date-text.ts'
import type { ColumnOfDates, Order } from './types.ts'

export interface Decision {
  says: ColumnOfDates['decision']
  because: ColumnOfDates['because']
  order: Order | null
  orderFor(separator: string): { order: Order; sureness: number }
}

interface Votes { dayFirst: number; monthFirst: number; either: number }

export function decideOrder(texts: readonly DateText[], prefer: Order | null): Decision {
  const all: Votes = { dayFirst: 0, monthFirst: 0, either: 0 }
  const bySeparator = new Map<string, Votes>()
  for (const { from, until } of texts) {
    for (const found of [from, until]) {
      if (!found?.open) continue
      const votes = bySeparator.get(found.open.separator) ?? { dayFirst: 0, monthFirst: 0, either: 0 }
      bySeparator.set(found.open.separator, votes)
      for (const one of [all, votes]) count(one, found.open.first, found.open.second)
    }
  }
  const order = clear(all) ?? prefer
  return {
    ...told(all, prefer, [...bySeparator.keys()].every((separator) => separator === '.')), order,
    orderFor(separator) {
      const own = clear(bySeparator.get(separator))
      if (own) return { order: own, sureness: surenessOf(bySeparator.get(separator)!) }
      // Nobody writes the month first with dots (DIN 5008, GOST R 7.0.97 and their neighbours).
      if (separator === '.') return { order: 'day-first', sureness: 0.95 }
      const whole = clear(all)
      if (whole) return { order: whole, sureness: Math.min(0.85, surenessOf(all)) }
      return prefer ? { order: prefer, sureness: 0.8 } : { order: 'day-first', sureness: 0.5 }
    },
  }
}

function count(votes: Votes, first: number, second: number): void {
  if (first > 12 && second <= 12) votes.dayFirst++
  else if (second > 12 && first <= 12) votes.monthFirst++
  else if (first <= 12 && second <= 12 && first !== second) votes.either++
}

/** One voice is enough when nobody contradicts; otherwise nine of ten must agree. */
function clear(votes: Votes | undefined): Order | null {
  if (!votes) return null
  if (votes.dayFirst > votes.monthFirst * 9) return 'day-first'
  return votes.monthFirst > votes.dayFirst * 9 ? 'month-first' : null
}

const surenessOf = ({ dayFirst, monthFirst }: Votes): number => (Math.min(dayFirst, monthFirst) > 0 ? 0.7 : Math.max(dayFirst, monthFirst) > 1 ? 0.97 : 0.85)

function told(votes: Votes, prefer: Order | null, onlyDots: boolean): Pick<Decision, 'says' | 'because'> {
  const facts = { dayFirst: votes.dayFirst, monthFirst: votes.monthFirst, either: votes.either }
  const because = (key: string): Decision['because'] => ({ key: `registers.dates.because.${key}`, facts })
  if (votes.dayFirst > 0 && votes.monthFirst > 0) return { says: 'mixed', because: because(prefer ? 'both-ways-as-elsewhere' : 'both-ways') }
  if (votes.dayFirst > 0) return { says: 'day-first', because: because('only-day-first-fits') }
  if (votes.monthFirst > 0) return { says: 'month-first', because: because('only-month-first-fits') }
  if (votes.either === 0) return { says: 'not-needed', because: because('nothing-open') }
  if (onlyDots) return { says: 'day-first', because: because('dots-are-day-first') }
  return prefer ? { says: prefer, because: because('as-elsewhere') } : { says: 'undecided', because: because('nothing-decides') }
}
