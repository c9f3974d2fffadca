// A public page is complete HTML without any script, in the reader's language and direction.
import { describe, expect, test } from 'vitest'
import type { Locale } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { frontPage } from './pages.ts'
import type { Reader } from './page.tsx'

const reader = (locale: Locale): Reader =>
  ({ locale, text: translator(locale), instance: 'Pamir', origin: 'https://pamir.example.org', path: '/public' })
const alliances = [{ path: '/a/five', names: [{ lang: 'en', value: 'Alliance <of> five' }, { lang: 'zh', value: '联盟' }], members: 5, countries: 2, stated: {}, example: false }]
const data = { alliances, news: [], places: [{ label: 'Sargodha', latitude: 32.08, longitude: 72.67 }] }

describe('the front page', () => {
  test('is complete and carries no script', () => {
    const html = frontPage(reader('en'), data)
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head>.*<\/html>$/s)
    expect(html).not.toMatch(/<script| on\w+="|style="/)
    expect(html).toContain('Alliance &lt;of&gt; five')
    expect(html).toContain('5 members')
  })

  test('names itself in every language', () => {
    const html = frontPage(reader('ru'), data)
    expect(html).toContain('<link rel="canonical" href="https://pamir.example.org/public?lang=ru"/>')
    expect(html.match(/rel="alternate"/g)).toHaveLength(5)
    expect(html).toContain('hrefLang="x-default" href="https://pamir.example.org/public"')
  })

  test('counts nobody where nobody is recorded', () => {
    const html = frontPage(reader('en'), { ...data, alliances: [{ ...alliances[0]!, members: 0, countries: 0, stated: { members: 86 } }] })
    expect(html).toContain('86 members')
    expect(html).not.toMatch(/\b0 (members|countries)/)
  })

  test('runs from right to left in Urdu', () => expect(frontPage(reader('ur'), data)).toContain('<html lang="ur" dir="rtl">'))

  test('asks for Chinese letters only where Chinese stands', () => {
    expect(frontPage(reader('en'), { ...data, alliances: [] })).not.toContain('han.css')
    expect(frontPage(reader('en'), data)).toContain('han.css')
  })

  test('has no key left unsaid', () => {
    for (const locale of ['en', 'zh', 'ru', 'ur'] as const) expect(frontPage(reader(locale), { alliances: [], news: [], places: [] })).not.toMatch(/(web|publication)\.[a-z]/)
  })
})
