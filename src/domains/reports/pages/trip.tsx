// Briefs for a trip: the partners in the order in which they are met. The choice stands in the address, so that it can be sent on.
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { many, useAddress } from '#web/address.ts'
import { ask, linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { reportsApi } from '../api.ts'
import { FileChoice } from './file-choice.tsx'
import { useFindPartner } from './find-partner.ts'
import './reports.css'

export function Page() {
  const text = useText()
  const [address, change] = useAddress()
  const chosen = [...new Set(many(address['partner']))]
  const [picked, setPicked] = useState<Pick | null>(null)
  const add = (pick: Pick | null) => { setPicked(null); if (pick) change({ partner: [...chosen, pick.id] }) }
  return (
    <Frame title={text('reports.trip')} about={<p>{text('reports.trip.about')}</p>}>
      <Section title={text('reports.trip.partners')}>
        {chosen.length === 0 ? <p className="quiet">{text('reports.trip.none')}</p> : <Chosen of={chosen} onChange={(partner) => change({ partner })} />}
        <OrganisationPicker label={text('reports.trip.add')} value={picked} onChange={add} find={useFindPartner()} />
      </Section>
      {chosen.length > 0 && (
        <Section title={text('reports.file')}>
          <FileChoice to={(query) => linkTo(reportsApi.trip, { query: { ...query, organisations: chosen.join(',') } as never })} />
        </Section>
      )}
    </Frame>
  )
}

function Chosen({ of, onChange }: { of: string[]; onChange: (next: string[]) => void }) {
  const [text, locale] = [useText(), useLocale()]
  const names = useQueries({ queries: of.map((id) => ask(organisationsApi.read, { params: { id } })) })
  const earlier = (at: number) => onChange(of.toSpliced(at, 1).toSpliced(at - 1, 0, of[at]!))
  return (
    <ol className="brief-trip">
      {of.map((id, at) => {
        const organisation = names[at]?.data
        const name = organisation ? nameIn(organisation, locale) : '…'
        return (
          <li key={id}>
            <Go to={`/briefs/${id}`}><bdi>{name}</bdi></Go>
            <span className="row">
              {at > 0 && <Button small look="quiet" label={`${text('reports.trip.earlier')}: ${name}`} onPress={() => earlier(at)}>{text('reports.trip.earlier')}</Button>}
              <Button small look="quiet" label={`${text('reports.trip.leave-out')}: ${name}`} onPress={() => onChange(of.toSpliced(at, 1))}>{text('reports.trip.leave-out')}</Button>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
