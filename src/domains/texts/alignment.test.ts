// Whatever is edited and matched in whatever order: unmatched are exactly the wordings older than the newest change they had to follow.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locale } from '#platform/kinds.ts'
import { afterChange, afterMatch, type Aligned, matches } from './alignment-rules.ts'

const langs = ['en', 'zh', 'ru', 'ur'] as const
type Event = { kind: 'change'; langs: Locale[] } | { kind: 'match'; lang: Locale }
const one = fc.constantFrom<Locale>(...langs)
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.uniqueArray(one, { minLength: 1, maxLength: 4 }).map((some): Event => ({ kind: 'change', langs: some })), one.map((lang): Event => ({ kind: 'match', lang })),
)

/** Told with times instead of counters: when each wording was last looked after, and when the others last had to follow. */
function told(events: Event[]): Record<string, boolean> {
  const lookedAfter: Partial<Record<Locale, number>> = {}
  let newest = 0
  for (const [time, happened] of events.entries()) {
    const now = time + 1
    if (happened.kind === 'match') { if (lookedAfter[happened.lang] !== undefined) lookedAfter[happened.lang] = now; continue }
    if (happened.langs.some((lang) => (lookedAfter[lang] ?? -1) >= newest)) newest = now
    for (const lang of happened.langs) lookedAfter[lang] = now
  }
  return Object.fromEntries(Object.entries(lookedAfter).map(([lang, time]) => [lang, time >= newest]))
}

function counted(events: Event[]): Record<string, boolean> {
  let state: Aligned = { revision: 0, says: {} }
  for (const happened of events) {
    if (happened.kind === 'change') state = afterChange(state, happened.langs, false)
    else if (state.says[happened.lang] !== undefined) state = afterMatch(state, happened.lang)
  }
  return Object.fromEntries(Object.entries(state.says).map(([lang, says]) => [lang, matches({ says }, state)]))
}

test('unmatched are exactly the wordings older than the newest change', () => {
  fc.assert(fc.property(fc.array(event, { maxLength: 40 }), (events) => { expect(counted(events)).toEqual(told(events)) }), { numRuns: 2000 })
})

test('typing goes on without asking the others again; a first wording and a translation lead nobody', () => {
  const first = afterChange({ revision: 0, says: {} }, ['en'], false)
  expect(first).toEqual({ revision: 0, says: { en: 0 }, leads: false })
  const translated = afterChange(first, ['zh'], false)
  expect(translated).toMatchObject({ revision: 0, leads: false })
  const changed = afterChange(translated, ['en'], false)
  expect(changed).toEqual({ revision: 1, says: { en: 1, zh: 0 }, leads: true })
  expect(afterChange(changed, ['en'], true)).toEqual({ revision: 1, says: { en: 1, zh: 0 }, leads: false })
  expect(afterChange(changed, ['zh'], false)).toEqual({ revision: 1, says: { en: 1, zh: 1 }, leads: false })
})
