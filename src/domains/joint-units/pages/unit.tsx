// A joint unit: who runs it, by which agreements, its bodies and its reports; and its end.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { titleIn } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useParam } from '#web/address.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { jointUnitsApi } from '../api.ts'
import type { AgreementNamed, UnitFile } from '../model.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { FurtherSections } from './sections.tsx'
import './units.css'

const asked = (id: string) => ask(jointUnitsApi.unit, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: unit } = useSuspenseQuery(asked(id))
  const [open, setOpen] = useState<'change' | 'close'>()
  const actions = unit.mayWrite && !unit.closedOn && <><Button onPress={() => setOpen('change')}>{text('joint-units.change')}</Button><Button look="quiet" onPress={() => setOpen('close')}>{text('joint-units.close')}</Button></>
  return (
    <Frame title={nameIn(unit.organisation, locale)} about={<p>{text(`joint-units.kinds.${unit.kind}`)}</p>} above={<Go to={`/agreements/${unit.agreementId}`}>{text('joint-units.back')}</Go>} actions={actions || undefined}>
      {unit.closedOn && <Note tone="saffron"><p>{text('joint-units.closed-because', { on: formatDay(unit.closedOn, 'day', locale), because: unit.closedBecause ?? '' })}</p></Note>}
      <About unit={unit} />
      <FurtherSections unit={unit} />
      {open === 'change' && <ChangeDialog unit={unit} onClose={() => setOpen(undefined)} />}
      {open === 'close' && <CloseDialog unit={unit} onClose={() => setOpen(undefined)} />}
    </Frame>
  )
}

function About({ unit: { organisation, foundedOn, agreement, further, sides } }: { unit: UnitFile }) {
  const [text, locale] = [useText(), useLocale()]
  const link = (one: AgreementNamed) => <div key={one.id}><Go to={`/agreements/${one.id}`}><bdi>{titleIn(one as Parameters<typeof titleIn>[0], locale)}</bdi></Go></div>
  return (
    <Section title={text('joint-units.facts')}>
      <Facts of={[
        [text('joint-units.run-by'), sides.map((side) => <div key={side.id}><Go to={`/organisations/${side.id}`}><bdi>{nameIn(side, locale)}</bdi></Go></div>)],
        [text('joint-units.founded-on'), <bdi key="day">{formatDay(foundedOn, 'day', locale)}</bdi>],
        [text('joint-units.founded-by'), link(agreement)],
        ...(further.length > 0 ? [[text('joint-units.carries-out'), further.map(link)] as [string, unknown]] : []),
        [text('joint-units.record'), <Go key="record" to={`/organisations/${organisation.id}`}>{text('joint-units.record-open')}</Go>],
      ] as Parameters<typeof Facts>[0]['of']} />
    </Section>
  )
}
