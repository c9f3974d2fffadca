// What is owed, by which band, and how it stands; who may say that it was paid, who may find that it was. Whole numbers throughout.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Band, Due, DueLine, Payment, Scale, State, Totals } from './model.ts'

/** The scale of a year: the latest version of those that hold from this year or an earlier one. */
export const scaleFor = <S extends Pick<Scale, 'fromYear' | 'version'>>(scales: readonly S[], year: number): S | undefined =>
  scales.filter(({ fromYear }) => fromYear <= year).toSorted((a, b) => b.fromYear - a.fromYear || b.version - a.version)[0]

/** The first band whose conditions a member meets. */
export const bandFor = (bands: readonly Band[], { kind, country }: { kind: string; country: string | null }): Band | undefined =>
  bands.find((band) => (band.kinds.length === 0 || (band.kinds as string[]).includes(kind)) && (band.countries.length === 0 || (country !== null && band.countries.includes(country))))

const sum = (payments: readonly Pick<Payment, 'amount' | 'state'>[], state: Payment['state']) => payments.reduce((all, one) => all + (one.state === state ? one.amount : 0), 0)

type Standing = Pick<DueLine, 'confirmed' | 'claimed' | 'outstanding' | 'state'>
/** What is claimed settles nothing: it only waits for the treasurer. What was waived is owed no more, what was paid before stays paid. */
export function standingOf({ amount, waivedAt }: Pick<Due, 'amount' | 'waivedAt'>, payments: readonly Pick<Payment, 'amount' | 'state'>[], dueOn: Day, today: Day): Standing {
  const [confirmed, claimed] = [sum(payments, 'confirmed'), sum(payments, 'claimed')]
  const open = Math.max(0, amount - confirmed)
  const state: State = open === 0 ? 'paid' : waivedAt ? 'waived' : claimed >= open ? 'claimed' : dueOn < today ? 'late' : 'asked'
  return { confirmed, claimed, outstanding: waivedAt ? 0 : open, state }
}

export function totalsOf(lines: readonly Pick<DueLine, 'amount' | 'confirmed' | 'claimed' | 'outstanding'>[]): Totals {
  const all = { members: lines.length, amount: 0, confirmed: 0, claimed: 0, waived: 0, outstanding: 0 }
  for (const line of lines) {
    all.amount += line.amount
    all.confirmed += Math.min(line.confirmed, line.amount)
    all.claimed += line.claimed
    all.outstanding += line.outstanding
    all.waived += line.amount - Math.min(line.confirmed, line.amount) - line.outstanding
  }
  return all
}

export const paysFor = (viewer: Viewer, organisationId: Id): boolean => holds(viewer, organisationId, ...recordKeepers)

export function whyNotPay({ organisationId, waivedAt }: Pick<Due, 'organisationId' | 'waivedAt'>, viewer: Viewer, keeps: boolean, paidOn: Day, today: Day): Reason | undefined {
  if (!keeps && !paysFor(viewer, organisationId)) return 'dues.only-its-record-keepers'
  if (waivedAt) return 'dues.is-waived'
  return paidOn > today ? 'dues.not-yet-paid' : undefined
}

/** One never finds what one has said oneself. */
export function whyNotSettle({ state, claimedBy }: Pick<Payment, 'state' | 'claimedBy'>, viewer: Viewer): Reason | undefined {
  if (state !== 'claimed') return 'dues.settled-already'
  return claimedBy === viewer.id ? 'dues.own-claim' : undefined
}

export const whyNotWaive = ({ state }: Pick<DueLine, 'state'>): Reason | undefined => (state === 'paid' ? 'dues.is-paid' : state === 'waived' ? 'dues.is-waived' : undefined)

/** ISO 4217 by itself: browsers and servers round some currencies (PKR, UZS) as their tables of habits say, and what is kept must not depend on them. */
const without = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '))
const three = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))
export const digitsOf = (currency: string): number => (without.has(currency) ? 0 : three.has(currency) ? 3 : 2)

/** «1 234.50» as smallest units; nothing where it is no amount of this currency. No point ever becomes a float. */
export function minorOf(typed: string, currency: string): number | undefined {
  const digits = digitsOf(currency)
  const plain = typed.normalize('NFKC').replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))).replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))).replace(/[\s'’]/g, '')
  const [, whole, parts = ''] = /^(\d{1,12})(?:[.٫](\d+))?$/.exec(plain) ?? []
  if (whole === undefined || parts.length > digits) return undefined
  return Number(`${whole}${parts.padEnd(digits, '0')}`)
}

/** Smallest units as one types them. */
export function typedOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** As one reads it: from the digits themselves. */
export function money(minor: number, currency: string, locale: Locale): string {
  const digits = digitsOf(currency)
  const format = new Intl.NumberFormat({ en: 'en-GB', zh: 'zh-Hans', ru: 'ru', ur: 'ur-PK' }[locale], { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits: digits, maximumFractionDigits: digits })
  return format.format(typedOf(minor, currency) as unknown as number)
}
