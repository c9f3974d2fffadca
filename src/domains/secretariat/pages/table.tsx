// The secretariat's table: every member, what it last reported and did, whether its contact is confirmed, and what waits for it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { alliancesApi } from '#domains/alliances/api.ts'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { membersApi } from '#domains/memberships/api.ts'
import { contactStates } from '#domains/memberships/member-model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { many, one, useAddress, useParam } from '#web/address.ts'
import { useMemberFilters } from '#web/alliances/members.tsx'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { secretariatApi } from '../api.ts'
import { useColumns } from './columns.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(alliancesApi.read, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const [address, change] = useAddress()
  const { data: alliance } = useSuspenseQuery(ask(alliancesApi.read, { params: { id: useParam('id') } }))
  const query = useAsked()
  const register = useRegister(secretariatApi.table, { params: { id: alliance.id }, query })
  const name = nameIn(alliance.organisation, locale)
  return (
    <Frame title={text('secretariat.table')} width="register" above={<Go to={`/alliances/${alliance.id}`}>{name}</Go>} actions={(
      <>
        <a className="button quiet" href={linkTo(secretariatApi.exportTable, { params: { id: alliance.id }, query })} download>{text('secretariat.export')}</a>
        <AskContacts id={alliance.id} />
      </>
    )}>
      <FilterBar search="text" searchLabel={text('secretariat.search')} filters={useFilters(alliance)} />
      <DataTable label={text('secretariat.table')} columns={useColumns()} register={register} rowKey={({ organisation }) => organisation.id} rowTo={({ organisation }) => `/alliances/${alliance.id}/membership/${organisation.id}`}
        sort={one(address['sort']) || 'name'} onSort={(sort) => change({ sort })} rowTone={({ asleep, contact }) => (asleep.length > 0 ? 'garnet' : contact.state === 'overdue' ? 'saffron' : undefined)}
        empty={<Empty title={text('secretariat.nobody')}>{text('secretariat.nobody-what')}</Empty>} />
    </Frame>
  )
}

function AskContacts({ id }: { id: string }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const deed = useDeed(membersApi.askContacts, ['/alliances'])
  return <Button busy={deed.isPending} onPress={() => deed.mutate({ params: { id }, body: {} }, { onSuccess: ({ asked, letters }) => say(text('secretariat.asked', { asked, letters })), onError: trouble })}>{text('secretariat.ask-contacts')}</Button>
}

function useAsked(): never {
  const locale = useLocale()
  const [address] = useAddress()
  const several = Object.fromEntries(['standing', 'country', 'contact'].map((name) => [name, many(address[name]).join(',') || undefined]))
  return { text: one(address['text']) || undefined, asleep: one(address['asleep']) || undefined, ...several, sort: one(address['sort']) || 'name', locale } as never
}

function useFilters(alliance: AllianceFile) {
  const text = useText()
  return [
    ...useMemberFilters(alliance),
    { name: 'contact', label: text('secretariat.contact'), kind: 'many' as const, choices: contactStates.map((value) => ({ value, label: text(`secretariat.contact-states.${value}`) })) },
    { name: 'asleep', label: text('secretariat.only-asleep'), kind: 'flag' as const },
  ]
}
