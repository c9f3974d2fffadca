// Which wordings of a clause say the same. A clause counts the changes that its other languages have to follow (`revision`);
// each wording remembers up to which of them it says it (`says`). It matches when it says the newest.
import type { Locale } from '#platform/kinds.ts'

export type Aligned = { revision: number; says: Partial<Record<Locale, number>> }

/** Typing goes on for so long: what the same person writes in the same wording, with nothing between, is one change. */
export const continuesWithin = 15 * 60_000

export const matches = (wording: { says: number }, clause: { revision: number }): boolean => wording.says === clause.revision

/**
 * Some wordings were changed together. Where one of them matched until then, the others have to follow (`leads`). Where each was
 * behind or not there yet, the change is what follows. `continues`: it goes on with the last change, so the others already know.
 */
export function afterChange({ revision, says }: Aligned, langs: readonly Locale[], continues: boolean): Aligned & { leads: boolean } {
  const leads = !continues && langs.some((lang) => says[lang] === revision)
  const now = leads ? revision + 1 : revision
  return { revision: now, says: { ...says, ...Object.fromEntries(langs.map((lang) => [lang, now])) }, leads }
}

/** Someone read them beside each other and says that this one matches. */
export const afterMatch = ({ revision, says }: Aligned, lang: Locale): Aligned => ({ revision, says: { ...says, [lang]: revision } })
