// What was found, kind by kind. Organisations are suggested by the resolver, which knows old names and slips of the pen and puts
// the likeliest first; where it has nothing to say, those whose words meet.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type AgreementLine, titleIn } from '#domains/agreements/model.ts'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Text } from '#platform/i18n/message.ts'
import type { Locale } from '#platform/kinds.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { searchApi } from '../api.ts'

export type Finding = { id: string; to: string; title: ReactNode; about: string[]; mark?: ReactNode }
export type Findings = { name: 'organisations' | 'agreements' | 'alliances' | 'people'; rows: Finding[]; all: string | undefined }

const shown = 8

export function useFindings(typed: string): { groups: Findings[]; waiting: boolean; error: unknown; again: () => void } {
  const [text, locale] = [useText(), useLocale()]
  const found = useQuery({ ...ask(searchApi.search, { query: { text: typed, locale } }), placeholderData: keepPreviousData })
  const suggested = useQuery({ ...ask(organisationsApi.suggest, { query: { text: typed, limit: shown } as never }), placeholderData: keepPreviousData })
  const { organisations, agreements, alliances, people } = found.data ?? {}
  const all = (path: string, more: boolean | undefined) => (more ? `${path}?text=${encodeURIComponent(typed)}` : undefined)
  const likeliest: (OrganisationBrief & { matched?: string })[] = suggested.data?.length ? suggested.data : organisations?.rows ?? []
  return {
    waiting: found.isFetching || suggested.isFetching, error: found.error, again: () => void found.refetch(),
    groups: [
      { name: 'organisations', rows: likeliest.map((one) => organisation(one, locale)), all: all('/organisations', organisations?.more) },
      { name: 'agreements', rows: (agreements?.rows ?? []).map((one) => agreement(one, text, locale)), all: all('/agreements', agreements?.more) },
      { name: 'alliances', rows: (alliances?.rows ?? []).map(({ id, organisation: its }) => ({ ...organisation(its, locale), id, to: `/alliances/${id}` })), all: all('/alliances', alliances?.more) },
      { name: 'people', all: undefined, rows: (people?.rows ?? []).map(({ id, name, nameNative, offices }) => ({
        id, to: `/people/${id}`, title: <bdi>{name}</bdi>, about: known(nameNative, ...offices.map((office) => office.organisation && nameIn(office.organisation, locale))),
      })) },
    ],
  }
}

function organisation(one: OrganisationBrief & { matched?: string }, locale: Locale): Finding {
  const name = nameIn(one, locale)
  const matched = one.matched === name || one.matched === one.name ? null : one.matched
  return { id: one.id, to: `/organisations/${one.id}`, title: <bdi>{name}</bdi>, about: known(one.name === name ? null : one.name, matched, one.city, one.country && countryName(one.country, locale)) }
}

function agreement(one: AgreementLine, text: Text, locale: Locale): Finding {
  const parties = one.parties.map(({ organisation: its }) => nameIn(its, locale)).join(' — ')
  return {
    id: one.id, to: `/agreements/${one.id}`, title: <bdi>{titleIn(one, locale)}</bdi>, mark: <StateMark state={one.state} />,
    about: known(parties, text(`agreements.kinds.${one.kind}`), one.signedOn?.slice(0, 4)),
  }
}

const known = (...parts: (string | null | undefined)[]): string[] => parts.filter((part): part is string => Boolean(part))
