// Dates as people write them, each as precisely as it is known and never more.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readDates } from './dates.ts'

const options = { today: '2026-11-21' }
const keys = (reading: { problems: { key: string }[] }): string[] => reading.problems.map(({ key }) => key.replace('registers.problems.', ''))

test.each([
  ['23-02-2017', '2017-02-23'], ['04-2018', '2018-04'], ['Nov. 2018', '2018-11'], ['2017', '2017'], ['February 20,2020', '2020-02-20'],
  ['20th of May, 2019', '2019-05-20'], ['1st March 2015', '2015-03-01'], ['March 3rd, 2015', '2015-03-03'], ['23rd day of June 2016', '2016-06-23'],
  ['2019-05-03T00:00:00.000Z', '2019-05-03'], ['2019-05-03 10:30', '2019-05-03'], ['2019/5/3', '2019-05-03'], ['2019.05.03', '2019-05-03'],
  ['25.07.2017', '2017-07-25'], ['25 / 07 / 2017', '2017-07-25'], ['20190503', '2019-05-03'], ['12.2018', '2018-12'], ['2018/12', '2018-12'],
  ['signed on 5 May 2018', '2018-05-05'], ['Dated: 5th Oct, 2018', '2018-10-05'], ['Sept 2018', '2018-09'], ['13-Nov-2018', '2018-11-13'],
  ['5-Mar.-2014', '2014-03-05'], ['2014 March 5', '2014-03-05'], ['Monday, 4 June 2018', '2018-06-04'], ['in the year 2012', '2012'], ['12 th Nov 2018', '2018-11-12'], ['May 5-7, 2018', '2018-05'],
])('English and plain digits: %s', (text, value) => expect(readDate(text, options)).toMatchObject({ value, until: null, problems: [] }))

test.each([
  ['2019年5月3日', '2019-05-03'], ['二〇一九年', '2019'], ['二○一九年五月三十一日', '2019-05-31'], ['２０１９年５月', '2019-05'], ['2018 年 12 月 1 号', '2018-12-01'],
  ['签署于2016年4月', '2016-04'], ['民國107年5月3日', '2018-05-03'], ['2019년 5월 3일', '2019-05-03'],
  ['3 мая 2019 г.', '2019-05-03'], ['«15» сентября 2020 года', '2020-09-15'], ['ноя. 2018', '2018-11'], ['Май 2017', '2017-05'], ['2015 г.', '2015'],
  ['от 12 декабря 2011', '2011-12-12'], ['۱۵ مئی ۲۰۱۹', '2019-05-15'], ['5 جنوری 2020ء', '2020-01-05'], ['مارچ 2018', '2018-03'], ['۲۰۱۷', '2017'],
  ['١٥/٠٣/٢٠١٨', '2018-03-15'], ['3 Şubat 2018', '2018-02-03'], ['15 AĞUSTOS 2016', '2016-08-15'], ['İmza tarihi: 2016', '2016'], ['17 Agustus 2019', '2019-08-17'],
  ['15 de marzo de 2019', '2019-03-15'], ['12 luglio 2017', '2017-07-12'], ['5 de março de 2018', '2018-03-05'], ['setembro de 2020', '2020-09'],
  ['2018 жылғы 12 сәуір', '2018-04-12'], ['қараша 2020', '2020-11'], ['12 желтоқсан 2019 ж.', '2019-12-12'], ['2021-yil 5-aprel', '2021-04-05'], ['3 листопада 2016', '2016-11-03'],
  ['Mei 2015', '2015-05'], ['12. März 2014', '2014-03-12'], ['3 août 2017', '2017-08-03'],
])('other languages: %s', (text, value) => expect(readDate(text, options)).toMatchObject({ value, problems: [] }))

test.each([
  ['12 Febuary 2018', '2018-02-12'], ['Septmber 2019', '2019-09'], ['3rd Decmeber 2016', '2016-12-03'], ['Augsut 2017', '2017-08'],
  ['5 сентбря 2018', '2018-09-05'],
])('a misspelt month is read and said: %s', (text, value) => {
  const reading = readDate(text, options)
  expect(reading.value).toBe(value)
  expect(keys(reading)).toEqual(['date-month-misspelt'])
})

test.each([
  ['31-02-2019', 'date-impossible'], ['30 February 2018', 'date-impossible'], ['29.02.2019', 'date-impossible'], ['13-2018', 'date-impossible'],
  ['45/45/2018', 'date-impossible'], ['1397/02/15', 'date-unreadable'], ['soon', 'date-unreadable'], ['Wuhan', 'date-unreadable'], ['approved by the syndicate', 'date-unreadable'],
])('what never was, or cannot be read, has no value: %s', (text, key) => {
  const reading = readDate(text, options)
  expect(reading.value).toBeNull()
  expect(keys(reading)).toEqual([key])
})

test('a date ahead is kept as it was written, and said', () => {
  expect(keys(readDate('23-02-2071', options))).toEqual(['date-in-future'])
  expect(readDate('23-02-2071', options).value).toBe('2071-02-23')
  expect(keys(readDate('2026', options))).toEqual([])
  expect(keys(readDate('Dec 2026', options))).toEqual(['date-in-future'])
  expect(keys(readDate('Dec 2026', { ...options, mayBeFuture: true }))).toEqual([])
})

test.each([
  ['2017-2020', '2017', '2020'], ['2017 – 2020', '2017', '2020'], ['2017-20', '2017', '2020'], ['2017 to 2020', '2017', '2020'], ['с 2017 по 2020', '2017', '2020'],
  ['2017年至2020年', '2017', '2020'], ['01/02/2017 - 31/01/2020', '2017-02-01', '2020-01-31'], ['01.02.2017-31.01.2020', '2017-02-01', '2020-01-31'],
  ['5 May 2018 to 4 May 2023', '2018-05-05', '2023-05-04'],
])('a span says both ends: %s', (text, from, until) => {
  expect(readDate(text, options)).toMatchObject({ value: from, until: { value: until } })
})

test('a month that may be a span is said to be', () => expect(keys(readDate('2009-10', options))).toEqual(['date-perhaps-a-range']))

test('two-digit years turn at this year', () => {
  expect(readDate('15/03/17', options).value).toBe('2017-03-15')
  expect(readDate('15/03/98', options).value).toBe('1998-03-15')
  expect(readDate('15/03/98', options).problems[0]).toMatchObject({ key: 'registers.problems.date-two-digit-year', facts: { year: 1998, pivot: 2026 } })
})

describe('serials', () => {
  test('a bare serial is read, and said', () => {
    const reading = readDate('42789', options)
    expect(reading.value).toBe('2017-02-23')
    expect(keys(reading)).toEqual(['date-from-serial'])
  })
  test('a date cell is as precise as its format shows', () => {
    const { readings } = readDates([{ text: '2018-11-01', serial: 43405, shows: 'day' }, { text: '2018-11', serial: 43405, shows: 'month' }], options)
    expect(readings.map(({ value }) => value)).toEqual(['2018-11-01', '2018-11'])
  })
  test('a year typed into a date cell is not 1905', () => {
    const [reading] = readDates([{ text: '1905-07-09', serial: 2017, shows: 'day' }], options).readings
    expect(reading).toMatchObject({ value: '2017', precision: 'year' })
    expect(keys(reading!)).toEqual(['date-perhaps-a-year'])
  })
})

describe('day and month', () => {
  test('one cell that fits one way only decides the others', () => {
    const column = readDates(['05/03/2018', '23/02/2017', '2016'], options)
    expect(column.decision).toBe('day-first')
    expect(column.because).toEqual({ key: 'registers.dates.because.only-day-first-fits', facts: { dayFirst: 1, monthFirst: 0, either: 1 } })
    expect(column.readings[0]).toMatchObject({ value: '2018-03-05', order: 'day-first', problems: [] })
  })
  test('also the American way', () => {
    const column = readDates(['05/03/2018', '02/23/2017'], options)
    expect(column.decision).toBe('month-first')
    expect(column.readings[0]!.value).toBe('2018-05-03')
  })
  test('where nothing decides, it says so', () => {
    const column = readDates(['05/03/2018', '07/08/2017', '04/04/2014'], options)
    expect(column.decision).toBe('undecided')
    expect(column.readings[0]!.sureness).toBeLessThanOrEqual(0.5)
    expect(column.readings.map(keys)).toEqual([['date-order-unclear'], ['date-order-unclear'], []])
  })
  test('each separator may have its own habit', () => {
    const column = readDates(['23-02-2017', '05-03-2018', '02/23/2017', '05/03/2018'], options)
    expect(column.decision).toBe('mixed')
    expect(column.readings.map(({ value }) => value)).toEqual(['2017-02-23', '2018-03-05', '2017-02-23', '2018-05-03'])
  })
  test('the same separator both ways is doubt', () => {
    const column = readDates(['23/02/2017', '02/23/2017', '05/03/2018'], options)
    expect(column.decision).toBe('mixed')
    expect(keys(column.readings[2]!)).toEqual(['date-order-unclear'])
  })
  test('dots are never month first', () => expect(readDate('05.03.2018', options)).toMatchObject({ value: '2018-03-05', problems: [] }))
})

test('a second date beside the first is said', () => {
  const reading = readDate('12-03-2015 renewed on 15-03-2018', options)
  expect(reading.value).toBe('2015-03-12')
  expect(keys(reading)).toContain('date-more-than-one')
  expect(keys(readDate('received 5 May 2018', options))).toEqual(['date-with-other-text'])
})

test('nothing is nothing, and a word only where a date is due', () => {
  for (const text of ['', ' ', '-', 'N/A', '无', 'нет', 'نامعلوم']) expect(readDate(text, options)).toMatchObject({ value: null, problems: [] })
  expect(keys(readDate('', { ...options, required: true }))).toEqual(['date-missing'])
})

test('never throws, and never gives a date that is not one', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom('2019', '31', '02', '5', '-', '/', '.', ' ', '年', '月', '三十', 'May', 'мая', 'to', '至', '٣'), fc.string({ unit: 'binary', maxLength: 4 })))
  fc.assert(fc.property(pieces, (parts) => {
    const { value, precision } = readDate(parts.join(''), options)
    if (value === null) return precision === null
    const full = `${value}-01-01`.slice(0, 10)
    return new Date(`${full}T00:00:00Z`).toISOString().slice(0, 10) === full
  }), { numRuns: 2_000 })
})
