// What the floors above say of their own deeds in an agreement's history: a domain that writes there exports `tells` from
// `pages/history-words.ts`, and the history shows it without knowing who that is.
import type { Text } from '#platform/i18n/message.ts'
import type { Locale } from '#platform/kinds.ts'

export type Saying = { text: Text; locale: Locale; day: (day: unknown) => string }
/** The deed in words, or nothing when it is not one of theirs. */
export type Tells = (what: string, data: Record<string, unknown>, saying: Saying) => string | undefined

const brought = Object.values(import.meta.glob<Tells>('../../*/pages/history-words.ts', { eager: true, import: 'tells' }))

export function toldAbove(what: string, data: Record<string, unknown>, saying: Saying): string | undefined {
  for (const tells of brought) {
    const told = tells(what, data, saying)
    if (told !== undefined) return told
  }
}
