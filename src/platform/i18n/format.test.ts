// Days never shift, countries and lists are in the reader's language, and what runs the other way stays whole.
import { describe, expect, test } from 'vitest'
import { collator, countryName, formatAgo, formatDay, formatDays, formatNumber, formatShare, listOf } from './format.ts'
import { isLeftInEnglish } from './left-in-english.ts'
import { dir, dirOf, negotiate } from './locale.ts'
import { textIn } from './message.ts'

describe('days', () => {
  test('are said as far as they are known', () => {
    expect(formatDay('2018-04-01', 'day', 'en')).toBe('1 April 2018')
    expect(formatDay('2018-04-01', 'month', 'en')).toBe('April 2018')
    expect(formatDay('2018-01-01', 'year', 'ru')).toBe('2018')
    expect(formatDay('2018-04-01', 'month', 'ru')).toBe('апрель 2018 г.')
    expect(formatDay('2018-04-01', 'day', 'zh')).toBe('2018年4月1日')
    expect(formatDay('2018-04-01', 'month', 'ur')).toBe('اپریل 2018')
  })

  test('are the same day west and east of Greenwich', () => {
    const zone = process.env.TZ
    for (process.env.TZ of ['Pacific/Honolulu', 'Pacific/Auckland']) expect(formatDay('2020-02-29', 'day', 'en')).toBe('29 February 2020')
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('that are none are shown as they came', () => expect(formatDay('Nov. 20,18', 'day', 'en')).toBe('Nov. 20,18'))

  test('as a range stay in one piece from right to left', () => {
    expect(formatDays('2025-07-14', '2030-07-13', 'en')).toMatch(/^14 July 2025\s–\s13 July 2030$/)
    expect(formatDays('2025-07-14', '2030-07-13', 'ur')).toMatch(/^\u2068.*\u2069$/)
  })
})

test('numbers, shares, time past, lists, countries', () => {
  expect(formatNumber(128_400, 'ru')).toBe('128\u00a0400')
  expect(formatShare(0.625, 'en')).toBe('63%')
  expect(formatAgo('2026-11-18T12:00:00Z', '2026-11-21T13:00:00Z', 'en')).toBe('3 days ago')
  expect(formatAgo('2026-11-18T12:00:00Z', '2026-11-21T13:00:00Z', 'ru')).toBe('3 дня назад')
  expect(listOf(['枣庄学院', '兰州大学'], 'zh')).toBe('枣庄学院和兰州大学')
  expect(['en', 'zh', 'ru', 'ur'].map((locale) => countryName('PK', locale as 'en'))).toEqual(['Pakistan', '巴基斯坦', 'Пакистан', 'پاکستان'])
  expect(countryName('??', 'en')).toBe('??')
})

test('Chinese sorts by pinyin, Russian by its alphabet', () => {
  expect(['枣庄', '兰州', '北京'].toSorted(collator('zh').compare)).toEqual(['北京', '兰州', '枣庄'])
  expect(['Ялта', 'ель', 'Ёлка'].toSorted(collator('ru').compare)).toEqual(['Ёлка', 'ель', 'Ялта'])
})

test('the language is the one asked for, then the one chosen, then the browser\'s', () => {
  expect(negotiate({ query: 'ur', cookie: 'zh', acceptLanguage: 'ru' })).toBe('ur')
  expect(negotiate({ query: 'xx', cookie: 'zh', acceptLanguage: 'ru' })).toBe('zh')
  expect(negotiate({ acceptLanguage: 'de-DE,de;q=0.9,zh-TW;q=0.5,ru;q=0.8' })).toBe('ru')
  expect(negotiate({ acceptLanguage: 'zh;q=0, fr' })).toBe('en')
})

test('each script runs its own way', () => {
  expect([dir('ur'), dir('zh')]).toEqual(['rtl', 'ltr'])
  expect([dirOf('ug'), dirOf('ur-Latn'), dirOf('kk-Arab'), dirOf('ru')]).toEqual(['rtl', 'ltr', 'rtl', 'ltr'])
})

describe('a message', () => {
  const words = { until: 'до {day}. Срок — {days}.', n: '{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}', who: '{name} ہے', a: 'by {name}', tag: 'a <b> b {name}' }

  test('takes the plural form of its number', () => {
    expect([1, 3, 5, 21].map((n) => textIn('ru', words)('n', { n }))).toEqual(['1 день', '3 дня', '5 дней', '21 день'])
  })
  test('that is missing shows its key', () => expect(textIn('en', words)('nowhere.to-be-found')).toBe('nowhere.to-be-found'))
  test('without its value is said with a gap', () => {
    expect(textIn('en', words)('a')).toBe('by …')
    expect(textIn('ru', words)('n')).toBe('…')
  })
  test('isolates what runs against it', () => {
    expect(textIn('ur', words)('who', { name: 'Sargodha' })).toBe('\u2068Sargodha\u2069 ہے')
    expect(textIn('en', words)('a', { name: 'جامعہ' })).toBe('by \u2068جامعہ\u2069')
    expect(textIn('en', words)('a', { name: 'Li' })).toBe('by Li')
  })
  test('ends with one stop, also where its value brings one', () => expect(textIn('ru', words)('until', { day: '1 марта 2025 г.', days: '3…' })).toBe('до 1 марта 2025 г. Срок — 3….'))
  test('leaves angle brackets alone', () => expect(textIn('en', words)('tag', { name: '<i>' })).toBe('a <b> b <i>'))
})

test('forgotten English is found, names of standards are not', () => {
  expect(isLeftInEnglish('Save', 'Save')).toBe(true)
  expect(isLeftInEnglish('保存 your changes', 'Save your changes')).toBe(true)
  expect(isLeftInEnglish('{count, plural, one {# row} other {# rows}}', '{count, plural, one {# row} other {# rows}}')).toBe(true)
  expect(isLeftInEnglish('{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}', '')).toBe(false)
  expect(isLeftInEnglish('ROR', 'ROR')).toBe(false)
  expect(isLeftInEnglish('Импорт XLSX или CSV', 'Import XLSX or CSV')).toBe(false)
  expect(isLeftInEnglish('{name}', '{name}')).toBe(false)
  expect(isLeftInEnglish('打开 {address}/settings/security', '')).toBe(false)
  expect(isLeftInEnglish('Загрузите командой «pamir organisations import» с uos.edu.pk, например Zaozhuang University', '')).toBe(false)
})

test('a choice inside a sentence is made in every direction of writing', () => {
  const text = textIn('ur', { said: '{kind, select, seminar {سیمینار: {name}} other {{count, plural, one {# {how, select, fast {تیز} other {آہستہ}}} other {#}}}}' })
  expect(text('said', { kind: 'seminar', name: 'Wang', how: 'fast', count: 1 })).toBe('سیمینار: \u2068Wang\u2069')
  expect(text('said', { kind: 'visit', name: 'Wang', how: 'fast', count: 1 })).toBe('1 تیز')
})
