// Terms as people write them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTerm } from './terms.ts'

const fixed = (years: number): object => ({ kind: 'fixed', years, autoRenew: false, until: null })

test.each([
  ['5 Years', fixed(5)], ['5 yrs.', fixed(5)], ['5-year', fixed(5)], ['05 years', fixed(5)], ['five years', fixed(5)], ['Five (05) Years', fixed(5)], ['5 (five) years', fixed(5)],
  ['Initially for 3 years', fixed(3)], ['for a period of two years from the date of signing', fixed(2)], ['One year', fixed(1)], ['1 academic year', fixed(1)],
  ['18 months', fixed(1.5)], ['6 Months', fixed(0.5)], ['2.5 years', fixed(2.5)], ['half a year', fixed(0.5)], ['60 months', fixed(5)], ['twenty-five years', fixed(25)],
  ['五年', fixed(5)], ['5年', fixed(5)], ['十年', fixed(10)], ['有效期为三年', fixed(3)], ['18个月', fixed(1.5)], ['两年', fixed(2)], ['半年', fixed(0.5)],
  ['5 жыл', fixed(5)], ['5 жылға', fixed(5)], ['бес жыл', fixed(5)], ['besh yil', fixed(5)], ['5 лет', fixed(5)], ['пять лет', fixed(5)], ['на 3 года', fixed(3)], ['1 год', fixed(1)], ['сроком на пять (5) лет', fixed(5)], ['18 месяцев', fixed(1.5)],
  ['پانچ سال', fixed(5)], ['۵ سال', fixed(5)], ['تین سال', fixed(3)], ['5 yıl', fixed(5)], ['beş yıl', fixed(5)], ['on yıl', fixed(10)], ['5 tahun', fixed(5)], ['lima tahun', fixed(5)],
])('a number of years: %s', (text, expected) => expect(readTerm(text)).toMatchObject({ ...expected, text, problems: [] }))

test.each([
  ['Auto-renewable after 5 years', 5, null], ['5 years, automatically renewed for a further 3 years', 5, 3], ['Automatically renewable', null, null],
  ['5 years and shall be automatically extended for successive periods of 5 years unless terminated', 5, 5], ['3 years, auto renewal', 3, null],
  ['Renewed automatically every year', null, 1], ['5年,自动续签', 5, null], ['五年，期满自动延长五年', 5, 5], ['3 жыл, автоматты түрде ұзартылады', 3, null], ['5 лет с автоматической пролонгацией', 5, null],
  ['на 5 лет, автоматически продлевается на следующие 5 лет', 5, 5], ['с автоматической пролонгацией', null, null], ['پانچ سال، خودکار تجدید', 5, null],
  ['5 yıl, otomatik olarak yenilenir', 5, null], ['5 tahun, diperpanjang secara otomatis', 5, null],
])('renews itself: %s', (text, years, renewalYears) => expect(readTerm(text)).toMatchObject({ kind: 'auto-renew', autoRenew: true, years, renewalYears }))

test.each([
  ['不定期'], ['мерзімсіз'], ['Till mutually agreed'], ['until terminated by either party'], ['indefinite'], ['Open ended'], ['Unlimited'], ['Permanent'], ['No expiry date'], ['until further notice'], ['not limited'], ['till completion of the project'], ['Open'],
  ['unless terminated by either party'], ['长期'], ['长期有效'], ['无固定期限'], ['бессрочно'], ['Бессрочный'], ['на неопределенный срок'], ['до расторжения'], ['غیر معینہ مدت'], ['süresiz'], ['tidak terbatas'],
])('until somebody ends it: %s', (text) => expect(readTerm(text)).toMatchObject({ kind: 'until-ended', years: null, until: null, autoRenew: false }))

test.each([
  ['valid until Dec 2025', '2025-12', 'month'], ['Till 31-12-2024', '2024-12-31', 'day'], ['2017-2020', '2020', 'year'], ['Expires on 5 May 2027', '2027-05-05', 'day'],
  ['до 31 декабря 2025 г.', '2025-12-31', 'day'], ['有效期至2025年12月31日', '2025-12-31', 'day'], ['2025年12月', '2025-12', 'month'], ['31 دسمبر 2025 تک', '2025-12-31', 'day'],
  ['sampai 2026', '2026', 'year'],
])('until a day: %s', (text, value, precision) => expect(readTerm(text)).toMatchObject({ kind: 'until', until: { value, precision }, years: null }))

test.each([[''], ['  '], ['-'], ['N/A'], ['not stated'], ['无'], ['未注明'], ['не указан'], ['درج نہیں'], ['belirtilmemiş']])(
  'not stated: "%s"', (text) => expect(readTerm(text)).toMatchObject({ kind: 'not-stated', years: null, problems: [] }))

test('a number of years and the last day may both be said', () => {
  expect(readTerm('5 years (2018-2023)')).toMatchObject({ kind: 'fixed', years: 5, until: { value: '2023', precision: 'year' } })
  expect(readTerm('5 years, valid until 30 June 2025')).toMatchObject({ kind: 'fixed', years: 5, until: { value: '2025-06-30' } })
  expect(readTerm('5 years from 12-03-2018')).toMatchObject(fixed(5))
})

test('options, extension and notice', () => {
  expect(readTerm('3+2 years')).toMatchObject({ ...fixed(3), renewalYears: 2 })
  expect(readTerm('five (05) years extendable')).toMatchObject({ ...fixed(5), extendable: true })
  expect(readTerm('5 years, renewable with mutual consent')).toMatchObject({ ...fixed(5), extendable: true })
  expect(readTerm('5 years, not automatically renewed')).toMatchObject({ ...fixed(5), autoRenew: false })
  expect(readTerm("5 years; six (6) months' prior notice")).toMatchObject({ ...fixed(5), noticeMonths: 6 })
  expect(readTerm('三年，提前6个月通知')).toMatchObject({ ...fixed(3), noticeMonths: 6 })
  expect(readTerm('indefinite, 90 days written notice')).toMatchObject({ kind: 'until-ended', noticeMonths: 3 })
})

test('a bare number is years, and it is said; the heading may say months', () => {
  expect(readTerm('5').problems[0]).toMatchObject({ key: 'registers.problems.term-unit-assumed', facts: { years: 5 } })
  expect(readTerm('60', { unit: 'months' })).toMatchObject({ ...fixed(5), problems: [] })
})

test('what is not said is not guessed', () => {
  expect(readTerm('3-5 years')).toMatchObject({ kind: 'unclear', years: null, problems: [{ key: 'registers.problems.term-range' }] })
  expect(readTerm('as per rules')).toMatchObject({ kind: 'unclear', years: null, problems: [{ key: 'registers.problems.term-unreadable' }] })
  expect(readTerm('until 31-02-2025')).toMatchObject({ kind: 'unclear', until: null, problems: [{ key: 'registers.problems.date-impossible' }] })
})

test('never throws, and keeps the text', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom('5', 'years', 'five', '(', ')', '+', '年', '五', 'лет', 'سال', 'auto', 'renew', 'until', '2025', '-'), fc.string({ unit: 'binary', maxLength: 4 })))
  fc.assert(fc.property(pieces, (parts) => {
    const read = readTerm(parts.join(' '))
    return read.text === parts.join(' ') && (read.years === null || (read.years > 0 && read.years <= 100))
  }), { numRuns: 2_000 })
})
