// What the pages of a text ask, and how its rules see it.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { ask } from '#web/client.ts'
import { useLocale } from '#web/text.tsx'
import { textsApi } from '../api.ts'
import type { CommentShown, TextFile } from '../negotiation-model.ts'
import type { Judged } from '../rules.ts'

export const questionOf = (id: Id) => ask(textsApi.read, { params: { id } })
export const useTextFile = (id: Id): TextFile => useSuspenseQuery({ ...questionOf(id), refetchInterval: 60_000, refetchOnWindowFocus: true }).data
export const useComments = (id: Id): CommentShown[] => useQuery(ask(textsApi.comments, { params: { id } })).data ?? []

/** A text as the rules judge it. */
export const judgedOf = ({ stage, turn, sides }: TextFile): Judged =>
  ({ stage, turnId: turn.sideId, turnFromId: turn.fromId, parties: sides.map(({ id }) => ({ organisationId: id, role: 'party' })) })

/** The name of a side in the reader's language. */
export function useSideName(text: Pick<TextFile, 'sides'>): (id: Id | null) => string {
  const locale = useLocale()
  return (id) => { const side = text.sides.find((one) => one.id === id); return side ? sideName(side, locale) : '' }
}
export const sideName = ({ organisation, unit }: TextFile['sides'][number], locale: Locale): string => [unit, nameIn(organisation, locale)].filter(Boolean).join(', ')
