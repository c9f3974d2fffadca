// The deeds of this room in the history of an agreement, in words.
import type { Tells } from '#domains/agreements/pages/told-above.ts'

export const tells: Tells = (what, data, { text, locale, day }) => {
  if (!what.startsWith('joint-unit.')) return undefined
  const named = (data['name'] ?? {}) as Partial<Record<string, string>>
  return text(`joint-units.history.${what.slice('joint-unit.'.length)}`, { name: named[locale] ?? named['en'] ?? '', on: day(data['on'] ?? data['foundedOn']), because: String(data['because'] ?? '') })
}
