// The promises of the kit that hold without a browser: reasons are said, names are never cut, pictures stand where they should.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Button } from './button.tsx'
import { TextField } from './fields/text-field.tsx'
import { LanguageNames } from './names.tsx'
import { namesFor } from './names-for.ts'
import { Facts } from './page.tsx'
import { placed, spread } from './pictures/moments.ts'
import { place } from './pictures/projection.ts'
import { StateMark } from './mark.tsx'

const drawn = (what: ReactNode) => renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>)

describe('a button', () => {
  test('that is closed says why, stays reachable and does not submit', () => {
    const html = drawn(<Button type="submit" whyNot="agreements.not-your-turn">Sign</Button>)
    const reasonId = /aria-describedby="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain('aria-disabled="true"')
    expect(html).toContain('type="button"')
    expect(html).toContain(`<small id="${reasonId}">agreements.not-your-turn</small>`)
    expect(html).not.toMatch(/ disabled/)
  })
  test('that is open says nothing more', () => expect(drawn(<Button>Sign</Button>)).not.toContain('aria-'))
})

describe('official names', () => {
  const names = [{ lang: 'en', value: 'University of Tehran' }, { lang: 'fa', value: 'دانشگاه تهران' }]
  test('stand in their own direction', () => {
    expect(drawn(<LanguageNames names={names} />)).toMatch(/lang="en" dir="ltr".*lang="fa" dir="rtl"/)
  })
  test('begin with the reader\'s, then the original', () => {
    const both = [...names, { lang: 'zh-Hans', value: '德黑兰大学' }]
    expect(namesFor(both, 'zh')).toEqual({ first: both[2], beneath: [both[1]] })
    expect(namesFor(both, 'ru', 'fa')).toEqual({ first: both[0], beneath: [both[1]] })
    expect(namesFor([names[1]!], 'en')).toEqual({ first: names[1], beneath: [] })
  })
})

test('facts without a value are left out', () => expect(drawn(<Facts of={[['a', '1'], ['b', null], ['c', ''], ['d', false]]} />)).toBe('<dl class="facts"><div><dt>a</dt><dd>1</dd></div></dl>'))

test('a label ends before the word beside it: without a space Urdu letters would join', () => expect(drawn(<TextField label="ملک" value="" onChange={() => {}} />)).toMatch(/ملک <span/))

test('a state is a shape and a word, not only a colour', () => expect(drawn(<StateMark state="lapsed" />)).toMatch(/<svg.*<path.*web\.states\.lapsed/))

test('moments stand in time, whatever their order', () => {
  const moments = placed([{ day: '2030-01-01', words: 'end', kind: 'end' }, { day: '2020-01-01', words: 'signed', kind: 'done' }, { day: '2025-01-01', words: 'today', kind: 'today' }])
  expect(moments.map(({ words }) => words)).toEqual(['signed', 'today', 'end'])
  expect(moments.map(({ at }) => Math.round(at * 100))).toEqual([0, 50, 100])
  expect(spread(moments)).toBe(true)
  expect(spread([{ at: 0 }, { at: 0.1 }, { at: 1 }])).toBe(false)
  expect(placed([{ day: '2020-01-01', words: 'alone', kind: 'done' }])[0]!.at).toBe(0.5)
})

test('east is to the right and north is above', () => {
  const [sargodha, zaozhuang, canberra] = [place(72.67, 32.08)!, place(117.32, 34.81)!, place(149.12, -35.28)!]
  expect(sargodha[0]).toBeLessThan(zaozhuang[0])
  expect(zaozhuang[1]).toBeLessThan(canberra[1])
})
