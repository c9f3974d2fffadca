// All members of an alliance: searched, filtered by country and standing, taken away as a table.
import { useState } from 'react'
import { many, one, useAddress } from '#web/address.ts'
import { useMemberFilters } from '#web/alliances/members.tsx'
import { ask, linkTo } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Glances } from '#web/ui/parts.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { alliancesApi } from '../api.ts'
import type { Member } from '../model.ts'
import { AllianceFrame, useAlliance } from './alliance-frame.tsx'
import { FurtherGlances, loadFurther } from './further-sections.tsx'
import { useMemberColumns } from './member-columns.tsx'
import { StandingDialog } from './standing-dialog.tsx'

export const load = (at: Arriving) => Promise.all([at.questions.ensureQueryData(ask(alliancesApi.read, { params: { id: at.params['id']! } })), loadFurther(at)])

export function Page() {
  const text = useText()
  const [address, change] = useAddress()
  const { alliance, closed } = useAlliance()
  const [giving, setGiving] = useState<Member | true>()
  const query = useAsked()
  const register = useRegister(alliancesApi.members, { params: { id: alliance.id }, query })
  return (
    <AllianceFrame width="register" actions={(
      <>
        <a className="button quiet" href={linkTo(alliancesApi.exportMembers, { params: { id: alliance.id }, query })} download>{text('alliances.export')}</a>
        {!closed && <Button look="primary" onPress={() => setGiving(true)}>{text('alliances.give-standing')}</Button>}
      </>
    )}>
      <Glances><FurtherGlances alliance={alliance} part="members" /></Glances>
      <FilterBar search="text" searchLabel={text('alliances.search-members')} filters={useMemberFilters(alliance)} />
      <DataTable label={text('alliances.members')} columns={useMemberColumns(closed ? undefined : setGiving)} register={register} rowKey={({ standingId }) => standingId}
        rowTo={({ organisation }) => `/organisations/${organisation.id}`} sort={one(address['sort']) || 'name'} onSort={(sort) => change({ sort })}
        empty={<Empty title={text('alliances.no-members')}>{text('alliances.no-members-what')}</Empty>} />
      {giving && <StandingDialog alliance={alliance} {...(giving === true ? {} : { member: giving })} onClose={() => setGiving(undefined)} />}
    </AllianceFrame>
  )
}

function useAsked(): never {
  const locale = useLocale()
  const [address] = useAddress()
  const several = Object.fromEntries(['standing', 'country'].map((name) => [name, many(address[name]).join(',') || undefined]))
  return { text: one(address['text']) || undefined, ...several, sort: one(address['sort']) || 'name', locale } as never
}
